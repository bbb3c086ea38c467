package io.penstock.platform.connector;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Pausing and resuming connections: a paused one makes no traffic and keeps all its data. A pause
 * makes active profiles inactive and takes back the runs that wait for an engine; a run in progress
 * goes on. Resuming makes active exactly those profiles that a pause made inactive: one that a
 * person set to Inactive stays so.
 */
@Component
public class Pauses {

    private static final String PAUSE =
            """
            update profile set active = false, paused_by = :by, paused_at = now()
            where tenant_id = :tenant and connection_id = :connection and active
            """;

    private static final String RESUME =
            """
            update profile set active = true
            where tenant_id = :tenant and connection_id = :connection and not active
            """;

    private static final String WITHDRAW =
            """
            delete from run_order o using profile p
            where o.tenant_id = :tenant and o.connection_id = :connection and o.taken_at is null
              and p.tenant_id = o.tenant_id and p.profile_id = o.profile_id and not p.active
            """;

    private static final String PAUSED =
            """
            select profile_uuid, paused_by, paused_at from profile
            where tenant_id = :tenant and connection_id = :connection and paused_at is not null
            """;

    private final JdbcClient jdbc;
    private final ConnectionRows connections;

    Pauses(JdbcClient jdbc, ConnectionRows connections) {
        this.jdbc = jdbc;
        this.connections = connections;
    }

    /** Who has paused a profile, and when. */
    public record Pause(UUID profile, String by, Instant at) {}

    /** The profiles that a pause made inactive. */
    public Map<UUID, Pause> of(Connection connection) {
        List<Pause> paused =
                bound(PAUSED, connection)
                        .query((row, _) ->
                                new Pause(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getTimestamp(3).toInstant()))
                        .list();
        return paused.stream().collect(Collectors.toMap(Pause::profile, Function.identity()));
    }

    /** Pauses every active profile; again, it changes nothing. */
    @Transactional
    public void pause(Connection connection, String by) {
        connections.lock(connection);
        bound(PAUSE, connection).param("by", by).update();
        bound(WITHDRAW, connection).update();
    }

    /** Pauses one profile; again, it changes nothing. */
    @Transactional
    public void pause(Connection connection, Profile profile, String by) {
        connections.lock(connection);
        bound(PAUSE + " and profile_id = :profile", connection)
                .param("by", by)
                .param("profile", profile.id())
                .update();
        bound(WITHDRAW, connection).update();
    }

    /**
     * Makes active what pauses made inactive.
     *
     * @throws FaultException CONFLICT when no profile is active and none was paused
     */
    @Transactional
    public void resume(Connection connection) {
        connections.lock(connection);
        var resumed = bound(RESUME + " and paused_at is not null", connection).update();
        if (resumed == 0 && !anyActive(connection)) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "NOTHING_PAUSED",
                    "No profile of connection '" + connection.name() + "' was paused.",
                    "A profile that was set to Inactive is made active by itself.");
        }
    }

    /** Makes one profile active, whatever made it inactive. */
    @Transactional
    public void resume(Connection connection, Profile profile) {
        connections.lock(connection);
        bound(RESUME + " and profile_id = :profile", connection)
                .param("profile", profile.id())
                .update();
    }

    private boolean anyActive(Connection connection) {
        return bound(
                        """
                        select exists (select from profile where tenant_id = :tenant
                            and connection_id = :connection and active)
                        """,
                        connection)
                .query(Boolean.class)
                .single();
    }

    private StatementSpec bound(String sql, Connection connection) {
        return jdbc.sql(sql)
                .param("tenant", connection.tenantId())
                .param("connection", connection.id());
    }
}
