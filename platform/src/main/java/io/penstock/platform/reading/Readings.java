package io.penstock.platform.reading;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How profiles read, and what their next run reads. */
@Component
public class Readings {

    private static final String STATE =
            """
            select extract(epoch from p.full_every)::bigint as full_every,
                extract(epoch from p.overlap)::bigint as overlap, p.full_wanted,
                (select max(r.window_until) from run r where r.tenant_id = p.tenant_id
                    and r.profile_id = p.profile_id and r.kind = 'FULL' and r.state = 'COMPLETE'
                    and r.reading_epoch = p.reading_epoch) as last_full
            from profile p where p.tenant_id = ? and p.profile_id = ?
            """;

    private final JdbcClient jdbc;
    private final Watermarks watermarks;

    Readings(JdbcClient jdbc, Watermarks watermarks) {
        this.jdbc = jdbc;
        this.watermarks = watermarks;
    }

    public ReadingState state(int tenantId, int profileId) {
        var known = watermarks.of(tenantId, profileId);
        return jdbc.sql(STATE)
                .params(tenantId, profileId)
                .query((row, _) -> state(row, known))
                .single();
    }

    /**
     * What a run opened now would read.
     *
     * @param streams the connector's, in its order
     */
    public NextRead next(ReadingState state, List<String> streams, Instant now) {
        return NextRead.of(state, streams, false, now);
    }

    /**
     * Decides for a run that is being opened; a full one answers the request for it.
     *
     * @param asked the opener itself asks for a full run
     * @param until the end of the run's window
     */
    public NextRead open(
            int tenantId, int profileId, List<String> streams, boolean asked, Instant until) {
        var next = NextRead.of(state(tenantId, profileId), streams, asked, until);
        if (next.kind() == RunKind.FULL) {
            want(tenantId, profileId, false);
        }
        return next;
    }

    public void change(int tenantId, int profileId, ReadingSettings settings) {
        jdbc.sql(
                        """
                        update profile set full_every = make_interval(secs => ?),
                            overlap = make_interval(secs => ?)
                        where tenant_id = ? and profile_id = ?
                        """)
                .params(
                        settings.fullEvery().toSeconds(),
                        settings.overlap().toSeconds(),
                        tenantId,
                        profileId)
                .update();
    }

    /** The next run of the profile is a full one. */
    public void askFull(int tenantId, int profileId) {
        want(tenantId, profileId, true);
    }

    private void want(int tenantId, int profileId, boolean full) {
        jdbc.sql(
                        "update profile set full_wanted = ?"
                                + " where tenant_id = ? and profile_id = ? and full_wanted <> ?")
                .params(full, tenantId, profileId, full)
                .update();
    }

    /** Notes that an engine is given the present settings; called before they are looked up. */
    public void handOut(int tenantId, int profileId) {
        jdbc.sql(
                        """
                        update profile set planned_epoch = reading_epoch
                        where tenant_id = ? and profile_id = ? and planned_epoch <> reading_epoch
                        """)
                .params(tenantId, profileId)
                .update();
    }

    /**
     * Says that the profile reads something else from now on: other credentials, another address,
     * another map. Its watermarks are forgotten, and a run that was begun before sets none.
     */
    @Transactional
    public void changed(int tenantId, int profileId) {
        jdbc.sql(
                        "update profile set reading_epoch = reading_epoch + 1"
                                + " where tenant_id = ? and profile_id = ?")
                .params(tenantId, profileId)
                .update();
        watermarks.forget(tenantId, profileId);
    }

    private static ReadingState state(ResultSet row, List<Watermark> watermarks)
            throws SQLException {
        return new ReadingState(
                new ReadingSettings(
                        Duration.ofSeconds(row.getLong("full_every")),
                        Duration.ofSeconds(row.getLong("overlap"))),
                row.getBoolean("full_wanted"),
                instant(row.getTimestamp("last_full")),
                watermarks);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
