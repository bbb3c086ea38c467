package io.penstock.engine.enrol;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.config.Enrolment;
import io.penstock.engine.config.Login;
import io.penstock.source.Secret;
import io.penstock.wire.NewKey;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Consumer;

/** What the engine signs in with now; it may change while the engine lives. */
public final class EngineKeys {

    private static final Logger LOG = LoggerFactory.getLogger(EngineKeys.class);
    private static final int KEY_BYTES = 32;

    private volatile EngineConfig config;

    /** Null for an engine that signs in as a user. */
    private volatile @Nullable KeyFile file;

    public EngineKeys(EngineConfig config) {
        this.config = config;
    }

    /** The settings under the present login, or still under an enrolment. */
    public EngineConfig config() {
        return config;
    }

    /**
     * Makes sure that there is a login. A key file that is there wins over a token, because a token
     * works once only.
     *
     * @param enrolling trades the token and a key for a user name
     * @throws FaultException when the platform refuses the token or the file cannot be kept
     */
    public synchronized void signIn(Enrolling enrolling) {
        if (config.credentials() instanceof Enrolment enrolment) {
            var kept = new KeyFile(enrolment.keyFile());
            config = config.with(kept.present().orElseGet(() -> enrol(enrolment, kept, enrolling)));
            file = kept;
        }
    }

    private static Login enrol(Enrolment enrolment, KeyFile file, Enrolling enrolling) {
        var token =
                enrolment
                        .token()
                        .orElseThrow(() ->
                                new FaultException(
                                        FaultKind.CONFIGURATION,
                                        "KEY_FILE_EMPTY",
                                        "The engine's key file holds no key.",
                                        "Set service.enrolment-token to a new token of the"
                                                + " platform."));
        var key = newKey();
        // Before the token is spent: a folder that cannot be written must not cost it.
        file.writeNext(new Login("enrolling", key));
        var login = new Login(enrolling.enrol(token, key), key);
        file.writeNext(login);
        file.adoptNext();
        LOG.info("The engine is enrolled as '{}'.", login.username());
        return login;
    }

    /**
     * Replaces the key on the platform's order.
     *
     * @param send tells the platform under the old key
     */
    public synchronized void replace(Consumer<NewKey> send) {
        var kept = file;
        if (kept == null) {
            LOG.warn("The platform asked for a new key, but this engine signs in with a password.");
            return;
        }
        var fresh = new Login(config.login().username(), newKey());
        kept.writeNext(fresh);
        send.accept(new NewKey(fresh.password().reveal()));
        kept.adoptNext();
        config = config.with(fresh);
        LOG.info("The engine has a new key.");
    }

    /**
     * A key that was sent but whose receipt was lost: used when the platform refuses the present
     * one.
     *
     * @return whether there was one
     */
    public synchronized boolean fallBack() {
        var kept = file;
        if (kept == null || kept.next().isEmpty()) {
            return false;
        }
        config = config.with(kept.next().orElseThrow());
        kept.adoptNext();
        return true;
    }

    private static Secret newKey() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Trades a token for a user name. */
    @FunctionalInterface
    public interface Enrolling {

        /** The name the engine signs in as, its key being the password. */
        String enrol(Secret token, Secret key);
    }
}
