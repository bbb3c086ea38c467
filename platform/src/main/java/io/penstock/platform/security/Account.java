package io.penstock.platform.security;

import io.penstock.core.value.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A user with what proves the password; {@code toString} leaves the hash out.
 *
 * @param epoch how often all sessions were ended by hand
 */
record Account(User user, String passwordHash, int epoch) {

    private static final int STAMP_BYTES = 12;

    /**
     * Changes with the password, and when all sessions are ended. Sessions and tokens of the
     * sign-in carry it, so that either ends all earlier ones.
     */
    String stamp() {
        // The first epoch leaves the hash as it was, so that an update ends no session.
        var proof = epoch == 0 ? passwordHash : passwordHash + "/" + epoch;
        var digest = Sha256.of(proof.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(digest, STAMP_BYTES));
    }

    /** True when a session or token with this stamp may still be used. */
    boolean honours(String stamp) {
        return user.enabled() && stamp.equals(stamp());
    }

    @Override
    public String toString() {
        return "Account[" + user.username() + "]";
    }
}
