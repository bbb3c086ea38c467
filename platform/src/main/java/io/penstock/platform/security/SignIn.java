package io.penstock.platform.security;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** Checks a name and a password, for the console's form and for the token call alike. */
@Component
class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final int NAME_MAX = 200;

    private final UserRows rows;
    private final Passwords passwords;
    private final FailedSignIns failures;

    SignIn(UserRows rows, Passwords passwords, FailedSignIns failures) {
        this.rows = rows;
        this.passwords = passwords;
        this.failures = failures;
    }

    /**
     * @param username trimmed (S-132)
     * @throws FaultException AUTHENTICATION, or RATE_LIMITED after too many failures
     */
    Account check(String username, String password, String address) {
        var name = username.strip();
        if (name.length() > NAME_MAX) {
            throw refused();
        }
        failures.wait(name, address)
                .ifPresent(wait -> {
                    throw tooMany(wait);
                });
        var account = rows.byName(name);
        if (account.isEmpty()) {
            passwords.checkNobody(password);
        }
        if (account.isPresent()
                && passwords.matches(password, account.get())
                && account.get().user().enabled()) {
            failures.succeeded(name, address);
            return account.get();
        }
        failures.failed(name, address);
        LOG.warn("Sign-in refused from {}", address);
        throw refused();
    }

    private static FaultException refused() {
        return new FaultException(
                FaultKind.AUTHENTICATION,
                "SIGN_IN_REFUSED",
                "The user name or the password is wrong.",
                "");
    }

    private static FaultException tooMany(Duration wait) {
        return new FaultException(
                Fault.of(
                                FaultKind.RATE_LIMITED,
                                "SIGN_IN_LIMIT",
                                "Too many failed sign-ins for this user from this address: "
                                        + FailedSignIns.FAILURES_MAX
                                        + " in "
                                        + FailedSignIns.WINDOW.toMinutes()
                                        + " minutes.",
                                "Try again in " + (wait.toSeconds() + 1) + " seconds.")
                        .after(wait));
    }
}
