package io.penstock.platform.security;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Seals secrets with AES-256-GCM. The key lies in the data directory, outside the database; what a
 * secret belongs to is authenticated with it, so that a sealed value cannot be moved to another
 * connection or setting.
 */
@Component
public final class Vault {

    private static final Configuration TINK = AeadConfig2026.get();

    private final Aead cipher;

    public Vault(@Value("${penstock.data}") Path data) {
        var file = data.resolve("vault.key");
        try {
            var keys =
                    TinkJsonProtoKeysetFormat.parseKeyset(
                            KeyFile.read(file, Vault::newKeys),
                            TINK,
                            InsecureSecretKeyAccess.get());
            this.cipher = keys.getPrimitive(TINK, Aead.class);
        } catch (GeneralSecurityException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.CONFIGURATION,
                            "VAULT_KEY_UNREADABLE",
                            "The key file " + file + " does not hold a key.",
                            "Restore it from the backup; without it the stored secrets are lost."),
                    e);
        }
    }

    /** Seals one setting's value. */
    public byte[] seal(UUID connection, String key, String secret) {
        try {
            return cipher.encrypt(
                    secret.getBytes(StandardCharsets.UTF_8), belonging(connection, key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing setting '" + key + "'", e);
        }
    }

    /**
     * Opens one setting's value.
     *
     * @throws FaultException CONFIGURATION when the bytes were sealed with another key, for another
     *     place, or changed
     */
    public String open(UUID connection, String key, byte[] sealed) {
        try {
            return new String(
                    cipher.decrypt(sealed, belonging(connection, key)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.CONFIGURATION,
                            "SECRET_UNREADABLE",
                            "The stored setting '"
                                    + key
                                    + "' of connection "
                                    + connection
                                    + " cannot be opened with this platform's key.",
                            "Restore vault.key in the data directory, or enter the value again."),
                    e);
        }
    }

    private static byte[] belonging(UUID connection, String key) {
        return (connection + "/" + key).getBytes(StandardCharsets.UTF_8);
    }

    private static String newKeys() {
        try {
            var keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK);
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    keys, TINK, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("making the vault's key", e);
        }
    }
}
