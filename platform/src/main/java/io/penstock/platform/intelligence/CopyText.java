package io.penstock.platform.intelligence;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/** Rows on their way into a table, in the text form of COPY. One thread. */
final class CopyText implements AutoCloseable {

    private static final int FLUSH = 64 * 1024;

    private final CopyIn copy;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(FLUSH + 4_096);
    private long rows;

    /**
     * @param sql a {@code COPY … FROM STDIN}
     */
    CopyText(Connection connection, String sql) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    }

    /** Values as their {@code toString}; null is no value. */
    void row(@Nullable Object... cells) throws IOException {
        var row = new StringBuilder();
        for (var cell : cells) {
            row.append(row.isEmpty() ? "" : "\t").append(cell == null ? "\\N" : escaped(cell));
        }
        buffer.writeBytes(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        rows++;
        if (buffer.size() >= FLUSH) {
            try {
                flush();
            } catch (SQLException e) {
                throw new IOException("the database takes no more rows", e);
            }
        }
    }

    /** A zero byte is no text in PostgreSQL. */
    private static String escaped(Object cell) {
        return cell.toString()
                .replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\0", "");
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
        buffer.reset();
    }

    /** How many rows the table has taken. */
    long end() throws SQLException {
        flush();
        var taken = copy.endCopy();
        if (taken != rows) {
            throw new SQLException("COPY took " + taken + " of " + rows + " rows");
        }
        return taken;
    }

    /** Gives the connection free when the rows ended with a fault. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
