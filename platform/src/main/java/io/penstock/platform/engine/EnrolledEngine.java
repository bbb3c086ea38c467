package io.penstock.platform.engine;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * An engine with a key of its own.
 *
 * @param newKeyWanted whether it is to replace its key when it next waits
 * @param revokedAt from then on it is refused
 */
public record EnrolledEngine(
        UUID id,
        String name,
        String host,
        Instant enrolledAt,
        Instant keyChangedAt,
        boolean newKeyWanted,
        @Nullable Instant revokedAt) {

    static EnrolledEngine of(ResultSet row, int number) throws SQLException {
        var revoked = row.getTimestamp("revoked_at");
        return new EnrolledEngine(
                row.getObject("engine_id", UUID.class),
                row.getString("name"),
                row.getString("host"),
                row.getTimestamp("enrolled_at").toInstant(),
                row.getTimestamp("key_changed_at").toInstant(),
                row.getBoolean("new_key_wanted"),
                revoked == null ? null : revoked.toInstant());
    }
}
