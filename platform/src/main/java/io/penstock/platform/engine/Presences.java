package io.penstock.platform.engine;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.text.SaidText;
import io.penstock.wire.EnginePresence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The engines that wait for their next run, as they said last (B-18). */
@Component
public class Presences {

    private static final String SAY =
            """
            insert into engine_presence (tenant_id, connection_id, process_id, profile_id, username,
                version, host, schedule, zone, next_runs, last_result, last_fault, seen_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now())
            on conflict (tenant_id, connection_id, process_id) do update set
                profile_id = excluded.profile_id, username = excluded.username,
                version = excluded.version, host = excluded.host, schedule = excluded.schedule,
                zone = excluded.zone, next_runs = excluded.next_runs,
                last_result = excluded.last_result, last_fault = excluded.last_fault,
                seen_at = excluded.seen_at
            """;

    private final JdbcClient jdbc;

    Presences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A waiting engine.
     *
     * @param up whether it was heard of in the last three minutes; it speaks once a minute
     * @param nextRuns by its own schedule
     */
    public record Presence(
            UUID process,
            boolean up,
            String username,
            String version,
            String host,
            String schedule,
            String zone,
            List<Instant> nextRuns,
            String lastResult,
            String lastFault,
            Instant seenAt) {}

    /** Keeps what an engine says, in the place of what it said before. */
    @Transactional
    public void say(
            Connection connection,
            Profile profile,
            UUID process,
            String username,
            EnginePresence said) {
        if (said.nextRuns().size() > EnginePresence.MOMENTS_MAX) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "PRESENCE_FORM",
                    "An engine says at most " + EnginePresence.MOMENTS_MAX + " next runs.",
                    "Use the engine image of the platform's version.");
        }
        jdbc.sql(SAY)
                .params(connection.tenantId(), connection.id(), process, profile.id(), username)
                .params(SaidText.line(said.engineVersion()), SaidText.line(said.engineHost()))
                .params(SaidText.line(said.schedule()), SaidText.line(said.zone()))
                .param(said.nextRuns().stream().map(Timestamp::from).toArray(Timestamp[]::new))
                .params(SaidText.line(said.lastResult()), SaidText.sentence(said.lastFault()))
                .update();
        jdbc.sql(
                        """
                        delete from engine_presence where tenant_id = ? and connection_id = ?
                          and seen_at < now() - interval '7 days'
                        """)
                .params(connection.tenantId(), connection.id())
                .update();
    }

    /** Newest first. */
    public List<Presence> newest(Connection connection, int limit) {
        return jdbc.sql(
                        """
                        select process_id, seen_at > now() - interval '3 minutes' as up, username,
                            version, host, schedule, zone, next_runs, last_result, last_fault,
                            seen_at
                        from engine_presence where tenant_id = ? and connection_id = ?
                        order by seen_at desc limit ?
                        """)
                .params(connection.tenantId(), connection.id(), limit)
                .query(Presences::presence)
                .list();
    }

    /** Whether an engine of the profile is up. */
    public boolean anyUp(Profile profile) {
        return jdbc.sql(
                        """
                        select exists (select from engine_presence
                            where tenant_id = ? and connection_id = ? and profile_id = ?
                              and seen_at > now() - interval '3 minutes')
                        """)
                .params(profile.tenantId(), profile.connectionId(), profile.id())
                .query(Boolean.class)
                .single();
    }

    private static Presence presence(ResultSet row, int number) throws SQLException {
        return new Presence(
                row.getObject("process_id", UUID.class),
                row.getBoolean("up"),
                row.getString("username"),
                row.getString("version"),
                row.getString("host"),
                row.getString("schedule"),
                row.getString("zone"),
                moments(row.getArray("next_runs")),
                row.getString("last_result"),
                row.getString("last_fault"),
                row.getTimestamp("seen_at").toInstant());
    }

    private static List<Instant> moments(Array array) throws SQLException {
        return Arrays.stream((Timestamp[]) array.getArray()).map(Timestamp::toInstant).toList();
    }
}
