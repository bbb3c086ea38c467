package io.penstock.platform.connector;

import io.penstock.platform.security.Vault;
import io.penstock.wire.WireJson;

import org.springframework.stereotype.Component;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The column {@code connection.secrets}: a JSON object, setting key → the vault's bytes in Base64.
 */
@Component
final class Secrets {

    private final Vault vault;

    Secrets(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(UUID connection, Map<String, String> secrets) {
        var sealed = new TreeMap<String, String>();
        secrets.forEach((key, value) ->
                sealed.put(
                        key,
                        Base64.getEncoder().encodeToString(vault.seal(connection, key, value))));
        return WireJson.write(sealed);
    }

    Map<String, String> open(UUID connection, byte[] stored) {
        var secrets = new TreeMap<String, String>();
        JsonTexts.read(stored)
                .forEach((key, sealed) ->
                        secrets.put(
                                key,
                                vault.open(connection, key, Base64.getDecoder().decode(sealed))));
        return secrets;
    }
}
