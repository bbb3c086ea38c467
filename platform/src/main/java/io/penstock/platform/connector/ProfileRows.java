package io.penstock.platform.connector;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/** The SQL of {@link Profiles}. */
@Component
class ProfileRows {

    private static final String INSERT =
            """
            insert into profile (tenant_id, profile_uuid, connection_id, name, description, map_id,
                map_followed, active, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ANY_RUN =
            """
            select exists (select from run where tenant_id = ? and profile_id = ?
                and (not ?::boolean or state in ('READING', 'TRANSFORMING')))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ProfileRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    int count(Connection connection) {
        return jdbc.sql("select count(*) from profile where tenant_id = ? and connection_id = ?")
                .params(connection.tenantId(), connection.id())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /**
     * @param map the row of the version that the first run takes
     */
    void insert(Connection connection, UUID uuid, CheckedProfile checked, int map) {
        jdbc.sql(INSERT)
                .params(connection.tenantId(), uuid, connection.id())
                .params(checked.name(), checked.description(), map)
                .params(checked.version() == null, checked.active())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(Profile profile, CheckedProfile checked) {
        jdbc.sql(
                        """
                        update profile set name = ?, description = ?, active = ?
                        where tenant_id = ? and profile_id = ?
                        """)
                .params(checked.name(), checked.description(), checked.active())
                .params(profile.tenantId(), profile.id())
                .update();
    }

    boolean isRunning(Profile profile) {
        return anyRun(profile, true);
    }

    boolean everRan(Profile profile) {
        return anyRun(profile, false);
    }

    private boolean anyRun(Profile profile, boolean inFlight) {
        return jdbc.sql(ANY_RUN)
                .params(profile.tenantId(), profile.id(), inFlight)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Takes back the runs that wait for an engine, which would take none of them any more. */
    void withdrawOrders(Profile profile) {
        jdbc.sql(
                        """
                        delete from run_order
                        where tenant_id = ? and profile_id = ? and taken_at is null
                        """)
                .params(profile.tenantId(), profile.id())
                .update();
    }

    void delete(Profile profile) {
        jdbc.sql("delete from profile where tenant_id = ? and profile_id = ?")
                .params(profile.tenantId(), profile.id())
                .update();
    }
}
