package io.penstock.platform.engine;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A run somebody asked for.
 *
 * @param profile what it reads for; null when that is no more
 * @param state {@code WAITING}, {@code TAKEN} or {@code EXPIRED}
 * @param full whether everything is to be read
 */
public record OrderedRun(
        UUID id,
        @Nullable UUID profile,
        String state,
        boolean full,
        String askedBy,
        Instant askedAt,
        @Nullable Instant takenAt) {

    static OrderedRun of(ResultSet row, int number) throws SQLException {
        var taken = row.getTimestamp("taken_at");
        var waiting = row.getBoolean("expired") ? "EXPIRED" : "WAITING";
        return new OrderedRun(
                row.getObject("order_id", UUID.class),
                row.getObject("profile_uuid", UUID.class),
                taken == null ? waiting : "TAKEN",
                row.getBoolean("reads_all"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                taken == null ? null : taken.toInstant());
    }
}
