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
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the engine signs in with now; it may change while the engine lives. */
public final class EngineKeys {

    private static final Logger LOG = LoggerFactory.getLogger(EngineKeys.class);
    private static final int KEY_BYTES = 32;
    private static final Pattern KEY_FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final ReentrantLock replacing = new ReentrantLock();
    private final Consumer<Secret> learn;
    private volatile EngineConfig config;

    /** Null for an engine that signs in as a user. */
    private volatile @Nullable KeyFile file;

    /**
     * @param learn hears of every key before it is used, so that no log shows it
     */
    public EngineKeys(EngineConfig config, Consumer<Secret> learn) {
        this.config = config;
        this.learn = learn;
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
            use(kept.present().orElseGet(() -> enrol(enrolment, kept, enrolling)));
            file = kept;
        }
    }

    private void use(Login login) {
        learn.accept(login.password());
        config = config.with(login);
    }

    private Login enrol(Enrolment enrolment, KeyFile file, Enrolling enrolling) {
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
        var key = begun(file).orElseGet(EngineKeys::newKey);
        learn.accept(key);
        // Before the token is spent: a folder that cannot be written must not cost it.
        file.writeNext(new Login("enrolling", key));
        var login = new Login(enrolling.enrol(token, key), key);
        file.writeNext(login);
        file.adoptNext();
        LOG.info("The engine is enrolled as '{}'.", login.username());
        return login;
    }

    /**
     * The key of an enrolment whose answer got lost: the platform may have spent the token on it
     * and answers to no other.
     */
    private static Optional<Secret> begun(KeyFile file) {
        return file.next()
                .map(Login::password)
                .filter(key -> KEY_FORM.matcher(key.reveal()).matches());
    }

    /**
     * Replaces the key on the platform's order.
     *
     * @param send tells the platform under the old key
     */
    public void replace(Consumer<NewKey> send) {
        var kept = file;
        if (kept == null) {
            LOG.warn("The platform asked for a new key, but this engine signs in with a password.");
            return;
        }
        replacing.lock();
        try {
            var fresh = new Login(config.login().username(), newKey());
            learn.accept(fresh.password());
            kept.writeNext(fresh);
            send.accept(new NewKey(password(fresh)));
            adopt(fresh);
        } finally {
            replacing.unlock();
        }
    }

    /** A key that was sent, but whose receipt did not come: good if the present one is refused. */
    public Optional<Login> next() {
        var kept = file;
        var next = kept == null ? Optional.<Login>empty() : kept.next();
        next.map(Login::password).ifPresent(learn);
        return next;
    }

    /**
     * From now on the engine signs in so.
     *
     * @param accepted what the platform has accepted
     */
    public synchronized void adopt(Login accepted) {
        var kept = file;
        // Another thread may have learned of it first.
        if (kept != null && !password(config.login()).equals(password(accepted))) {
            kept.adoptNext();
            config = config.with(accepted);
            LOG.info("The engine has a new key.");
        }
    }

    private static String password(Login login) {
        return login.password().reveal();
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
