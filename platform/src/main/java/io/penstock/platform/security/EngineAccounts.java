package io.penstock.platform.security;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The accounts of enrolled engines: role {@code INGEST}, the engine's own key for a password. */
@Component
public class EngineAccounts {

    /** 32 bytes in Base64url. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final UserRows rows;
    private final Passwords passwords;

    EngineAccounts(UserRows rows, Passwords passwords) {
        this.rows = rows;
        this.passwords = passwords;
    }

    /**
     * @return the user name
     * @throws FaultException CONFIGURATION for a key of wrong form
     */
    @Transactional
    public String create(int tenantId, UUID id, String key) {
        var username = "engine-" + id;
        if (!rows.insert(tenantId, id, username, hash(key), Role.INGEST)) {
            throw new IllegalStateException("an engine's id was given twice");
        }
        return username;
    }

    /** The user name of an engine that may sign in with this key. */
    public Optional<String> known(int tenantId, UUID id, String key) {
        return rows.byId(tenantId, id)
                .filter(account -> account.user().enabled() && passwords.matches(key, account))
                .map(account -> account.user().username());
    }

    /** The old key and its tokens end at once. */
    @Transactional
    public void replaceKey(Caller engine, String key) {
        var account = rows.byId(engine.tenantId(), engine.userId()).orElseThrow();
        rows.setPassword(account.user(), hash(key));
    }

    /** The key and its tokens end with the next request. */
    @Transactional
    public void revoke(int tenantId, UUID id) {
        rows.byId(tenantId, id).ifPresent(account -> rows.setEnabled(account.user(), false));
    }

    private String hash(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "ENGINE_KEY_FORM",
                    "An engine's key has 43 characters of Base64url.",
                    "Use the engine image of the platform's version.");
        }
        return passwords.hash(key);
    }
}
