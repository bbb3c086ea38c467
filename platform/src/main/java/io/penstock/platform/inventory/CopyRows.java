package io.penstock.platform.inventory;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * Rows in PostgreSQL's binary COPY format, collected in one growing buffer. One page's rows fit in
 * a few megabytes; the caller bounds them by the page.
 */
final class CopyRows {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int START = 64 * 1024;

    /** Timestamps are microseconds since 2000-01-01 UTC. */
    private static final long EPOCH_SECONDS = 946_684_800L;

    private ByteBuffer buffer = ByteBuffer.allocate(START).put(HEADER);
    private int rows;

    int rows() {
        return rows;
    }

    CopyRows row(int columns) {
        rows++;
        room(2).putShort((short) columns);
        return this;
    }

    CopyRows int2(int value) {
        room(6).putInt(2).putShort((short) value);
        return this;
    }

    CopyRows int4(int value) {
        room(8).putInt(4).putInt(value);
        return this;
    }

    CopyRows int4OrNull(@Nullable Integer value) {
        return value == null ? nothing() : int4(value);
    }

    CopyRows int2OrNull(@Nullable Short value) {
        return value == null ? nothing() : int2(value);
    }

    CopyRows int8(@Nullable Long value) {
        if (value == null) {
            return nothing();
        }
        room(12).putInt(8).putLong(value);
        return this;
    }

    CopyRows flag(boolean value) {
        room(5).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    CopyRows uuid(UUID value) {
        room(20).putInt(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    CopyRows instant(@Nullable Instant value) {
        if (value == null) {
            return nothing();
        }
        var micros = (value.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + value.getNano() / 1_000;
        room(12).putInt(8).putLong(micros);
        return this;
    }

    CopyRows text(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        room(4 + bytes.length).putInt(bytes.length).put(bytes);
        return this;
    }

    CopyRows uuidOrNull(@Nullable UUID value) {
        return value == null ? nothing() : uuid(value);
    }

    CopyRows textOrNull(@Nullable String value) {
        return value == null ? nothing() : text(value);
    }

    CopyRows nothing() {
        room(4).putInt(-1);
        return this;
    }

    /** Sends the rows; {@code sql} is a {@code COPY … FROM STDIN (FORMAT binary)}. */
    void send(Connection connection, String sql) throws SQLException {
        if (rows == 0) {
            return;
        }
        room(2).putShort((short) -1);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        var taken = copy.endCopy();
        if (taken != rows) {
            throw new SQLException("COPY took " + taken + " of " + rows + " rows");
        }
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            var wanted = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
            var position = buffer.position();
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), wanted)).position(position);
        }
        return buffer;
    }
}
