package io.penstock.platform.security;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** Makes, hashes and checks passwords. */
@Component
final class Passwords {

    static final int LENGTH_MIN = 12;

    /** What bcrypt takes; it would cut the rest off silently. */
    static final int BYTES_MAX = 72;

    /** 20 of 55 letters and digits that are not mistaken for each other: 115 bits. */
    private static final String ALPHABET =
            "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private static final int RANDOM_LENGTH = 20;

    private final PasswordEncoder encoder =
            PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final SecureRandom random = new SecureRandom();
    private final String nobody = hash(random());

    String random() {
        var password = new StringBuilder(RANDOM_LENGTH);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    boolean matches(String password, Account account) {
        return fits(password) && encoder.matches(password, account.passwordHash());
    }

    /** Takes as long as a real check, so that the time does not tell which names exist. */
    void checkNobody(String password) {
        if (fits(password)) {
            encoder.matches(password, nobody);
        }
    }

    /**
     * @throws FaultException CONFIGURATION when a person may not choose this password
     */
    void requireAcceptable(String password, String username) {
        if (password.codePointCount(0, password.length()) < LENGTH_MIN) {
            throw refused(
                    "The new password has fewer than " + LENGTH_MIN + " characters.",
                    "A few words in a row make a good one.");
        }
        if (!fits(password)) {
            throw refused(
                    "The new password has more than " + BYTES_MAX + " bytes.",
                    "Letters outside English take more than one byte.");
        }
        if (password.equalsIgnoreCase(username) || password.isBlank()) {
            throw refused("The new password is the user's name or blank.", "Choose another.");
        }
    }

    private static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= BYTES_MAX;
    }

    private static FaultException refused(String sentence, String hint) {
        return new FaultException(FaultKind.CONFIGURATION, "PASSWORD_REFUSED", sentence, hint);
    }
}
