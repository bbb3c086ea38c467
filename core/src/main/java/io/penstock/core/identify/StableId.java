package io.penstock.core.identify;

import io.penstock.core.value.Sha256;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Ids that are a function of what they name: the first 128 bits of a SHA-256 over length-prefixed
 * parts. The same inputs in any order of arrival give the same ids. One instance per thread.
 */
public final class StableId {

    private static final int START = 1_024;

    private final MessageDigest digest = Sha256.digest();
    private ByteBuffer parts = ByteBuffer.allocate(START);

    /** Adds a part; parts are told apart by their lengths. */
    public StableId with(String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        room(Long.BYTES + bytes.length).putLong(bytes.length).put(bytes);
        return this;
    }

    public StableId with(long number) {
        room(Long.BYTES).putLong(number);
        return this;
    }

    public StableId with(UUID id) {
        return with(id.getMostSignificantBits()).with(id.getLeastSignificantBits());
    }

    /** The id of the parts given since the last call. */
    public UUID take() {
        digest.update(parts.array(), 0, parts.position());
        parts.clear();
        var bytes = ByteBuffer.wrap(digest.digest());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private ByteBuffer room(int bytes) {
        if (parts.remaining() < bytes) {
            var grown =
                    ByteBuffer.allocate(Math.max(parts.capacity() * 2, parts.position() + bytes));
            parts = grown.put(parts.flip());
        }
        return parts;
    }
}
