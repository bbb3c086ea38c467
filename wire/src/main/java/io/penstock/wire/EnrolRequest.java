package io.penstock.wire;

import static java.util.Objects.requireNonNull;

/**
 * A new engine shows its one-time token and brings a key it made itself; {@code toString} hides
 * both. When no answer came it asks again with the same two, and gets the same account.
 *
 * @param key 32 random bytes in Base64url without padding
 */
public record EnrolRequest(String token, String key, String engineVersion, String engineHost) {

    public EnrolRequest {
        requireNonNull(token, "token");
        requireNonNull(key, "key");
    }

    @Override
    public String toString() {
        return "EnrolRequest[" + engineHost + "]";
    }
}
