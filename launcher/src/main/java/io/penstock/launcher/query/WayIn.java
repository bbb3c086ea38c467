package io.penstock.launcher.query;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.client.Credentials;
import io.penstock.launcher.client.PlatformClient;
import io.penstock.launcher.client.PlatformSession;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Signs in with the first there is of: a file with the password, a token or a password in the
 * environment, a password that a person types. Never with an argument: other users see those.
 *
 * @param environment of this process
 * @param terminal asks a person
 */
record WayIn(Map<String, String> environment, Terminal terminal) {

    static final String TOKEN = "PENSTOCK_TOKEN";
    static final String PASSWORD = "PENSTOCK_PASSWORD";

    private static final int FILE_BYTES_MAX = 4_096;

    /** Someone to ask. */
    interface Terminal {

        /** What was typed, without showing it; empty when there is nobody to ask. */
        Optional<String> password(String question);
    }

    /**
     * @throws FaultException CONFIGURATION when there is no way in; AUTHENTICATION when the
     *     platform refuses it
     */
    PlatformSession open(PlatformClient platform, String user, @Nullable Path passwordFile) {
        if (passwordFile != null) {
            return platform.signIn(new Credentials(user, read(passwordFile)));
        }
        var token = environment.getOrDefault(TOKEN, "").strip();
        if (!token.isEmpty()) {
            return platform.withToken(checked(token));
        }
        var password = environment.getOrDefault(PASSWORD, "");
        if (!password.isEmpty()) {
            return platform.signIn(new Credentials(user, password));
        }
        var typed = terminal.password("Password of " + user + " at " + platform.address() + ": ");
        return platform.signIn(new Credentials(user, typed.orElseThrow(WayIn::none)));
    }

    /** The first line. */
    private static String read(Path file) {
        try (var content = Files.newInputStream(file)) {
            var text = new String(content.readNBytes(FILE_BYTES_MAX), StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.CONFIGURATION,
                            "PASSWORD_FILE",
                            "The password file " + file + " cannot be read."),
                    e);
        }
    }

    private static String checked(String token) {
        if (token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "TOKEN_FORM",
                    TOKEN + " holds a character that no token has.",
                    "It is what POST /auth answers.");
        }
        return token;
    }

    private static FaultException none() {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "NO_PASSWORD",
                "There is no password and no terminal to ask for one.",
                "Set " + PASSWORD + " or " + TOKEN + ", or use --password-file, or --demo.");
    }
}
