package io.penstock.platform.security;

import io.penstock.core.value.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** A user with what proves the password; {@code toString} leaves the hash out. */
record Account(User user, String passwordHash) {

    private static final int STAMP_BYTES = 12;

    /**
     * Changes with the password. Sessions and tokens carry it, so that a new password ends all
     * earlier ones.
     */
    String stamp() {
        var digest = Sha256.of(passwordHash.getBytes(StandardCharsets.UTF_8));
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
