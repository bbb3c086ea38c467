package io.penstock.wire;

import static java.util.Objects.requireNonNull;

/**
 * The engine replaces its key; {@code toString} hides it.
 *
 * @param key 32 random bytes in Base64url without padding
 */
public record NewKey(String key) {

    public NewKey {
        requireNonNull(key, "key");
    }

    @Override
    public String toString() {
        return "NewKey";
    }
}
