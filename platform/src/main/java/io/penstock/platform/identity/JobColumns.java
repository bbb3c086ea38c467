package io.penstock.platform.identity;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;

/** Reads a row of identity_job. */
final class JobColumns {

    private JobColumns() {}

    static IdentityJob job(ResultSet row) throws SQLException {
        @Nullable Timestamp ended = row.getTimestamp("ended_at");
        return new IdentityJob(
                row.getObject("job_uuid", UUID.class),
                row.getString("reason"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("phase"),
                row.getLong("hosts_total"),
                row.getLong("hosts_done"),
                row.getLong("moved"),
                row.getString("failure"),
                ended == null ? null : ended.toInstant());
    }
}
