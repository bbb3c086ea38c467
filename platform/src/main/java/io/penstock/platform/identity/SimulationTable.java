package io.penstock.platform.identity;

import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.platform.identity.IdentificationRules.TypedRule;
import io.penstock.platform.identity.Simulation.Asked;
import io.penstock.platform.identity.Simulation.Progress;
import io.penstock.platform.identity.Simulation.State;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The SQL of simulations in the background. Every write is a transaction of its own, because the
 * simulation's is rolled back.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class SimulationTable {

    private static final String SELECT =
            """
            select s.simulation_uuid, s.asked_by, s.asked_at, c.connection_uuid, s.proposal, s.state,
                s.hosts_done, s.hosts_total, s.failure, s.ended_at, s.result
            from identity_simulation s
            left join connection c on c.tenant_id = s.tenant_id
                and c.connection_id = s.connection_id
            where s.tenant_id = :tenant
            """;

    private static final String INSERT =
            """
            insert into identity_simulation (tenant_id, simulation_uuid, asked_by, asked_at,
                connection_id, proposal, seen_at)
            values (:tenant, :uuid, :by, :at, :connection, :proposal::jsonb, :at)
            """;

    /** Twenty are kept. */
    private static final String TRIM =
            """
            delete from identity_simulation where tenant_id = :tenant and state <> 'RUNNING'
              and simulation_id not in (select simulation_id from identity_simulation
                where tenant_id = :tenant order by simulation_id desc limit 20)
            """;

    private static final String LOST =
            """
            update identity_simulation set state = 'FAILED', ended_at = :at,
                failure = 'The process that ran it has ended.'
            where tenant_id = :tenant and state = 'RUNNING' and seen_at < :before
            """;

    private static final String SEEN =
            """
            update identity_simulation set hosts_done = :done,
                hosts_total = greatest(hosts_total, :total), seen_at = :at
            where tenant_id = :tenant and simulation_uuid = :uuid and state = 'RUNNING'
            returning cancel_wanted
            """;

    private static final String END =
            """
            update identity_simulation set state = case when :state = 'DONE' and cancel_wanted
                    and not :complete then 'CANCELLED' else :state end,
                result = :result::jsonb, failure = :failure, ended_at = :at,
                hosts_done = case when :complete then hosts_total else hosts_done end
            where tenant_id = :tenant and simulation_uuid = :uuid and state = 'RUNNING'
            """;

    private static final String CANCEL =
            """
            update identity_simulation set cancel_wanted = true
            where tenant_id = ? and simulation_uuid = ? and state = 'RUNNING'
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    SimulationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names one simulation. */
    record SimulationId(int tenantId, UUID uuid) {}

    /** What was asked for, as it is stored. */
    record Stored(List<Choice> rules, @Nullable TypedRule rule) {}

    /** How it ended. */
    record End(State state, Simulations.@Nullable Result result, String failure) {

        boolean complete() {
            return result != null && result.complete();
        }
    }

    void insert(SimulationId id, Asked asked, Proposal proposal) {
        var connection = proposal.connection();
        jdbc.sql(INSERT)
                .param("tenant", id.tenantId())
                .param("uuid", id.uuid())
                .param("by", asked.by())
                .param("at", Timestamp.from(asked.at()))
                .param("connection", connection == null ? null : connection.id())
                .param(
                        "proposal",
                        json.writeValueAsString(new Stored(proposal.choices(), proposal.fresh())))
                .update();
        jdbc.sql(TRIM).param("tenant", id.tenantId()).update();
    }

    /** Ends those whose process has said nothing since. */
    void lose(int tenantId, Instant before, Instant now) {
        jdbc.sql(LOST)
                .param("tenant", tenantId)
                .param("before", Timestamp.from(before))
                .param("at", Timestamp.from(now))
                .update();
    }

    /**
     * @return false when somebody wants it to end, or it has ended
     */
    boolean seen(SimulationId id, long done, long total, Instant now) {
        return jdbc.sql(SEEN)
                .param("tenant", id.tenantId())
                .param("uuid", id.uuid())
                .param("done", done)
                .param("total", total)
                .param("at", Timestamp.from(now))
                .query(Boolean.class)
                .optional()
                .map(cancelled -> !cancelled)
                .orElse(false);
    }

    void end(SimulationId id, End end, Instant now) {
        var result = end.result();
        jdbc.sql(END)
                .param("tenant", id.tenantId())
                .param("uuid", id.uuid())
                .param("state", end.state().name())
                .param("complete", end.complete())
                .param("result", result == null ? null : json.writeValueAsString(result))
                .param("failure", end.failure())
                .param("at", Timestamp.from(now))
                .update();
    }

    void cancel(SimulationId id) {
        jdbc.sql(CANCEL).params(id.tenantId(), id.uuid()).update();
    }

    Optional<Simulation> find(SimulationId id) {
        return jdbc.sql(SELECT + " and s.simulation_uuid = :uuid")
                .param("tenant", id.tenantId())
                .param("uuid", id.uuid())
                .query((row, _) -> simulation(row))
                .optional();
    }

    List<Simulation> newest(int tenantId, int limit) {
        return jdbc.sql(SELECT + " order by s.simulation_id desc limit :limit")
                .param("tenant", tenantId)
                .param("limit", limit)
                .query((row, _) -> simulation(row))
                .list();
    }

    private Simulation simulation(ResultSet row) throws SQLException {
        var stored = json.readValue(row.getString("proposal"), Stored.class);
        @Nullable Timestamp ended = row.getTimestamp("ended_at");
        @Nullable String result = row.getString("result");
        return new Simulation(
                row.getObject("simulation_uuid", UUID.class),
                new Asked(row.getString("asked_by"), row.getTimestamp("asked_at").toInstant()),
                row.getObject("connection_uuid", UUID.class),
                stored.rules(),
                stored.rule(),
                new Progress(
                        State.valueOf(row.getString("state")),
                        row.getLong("hosts_done"),
                        row.getLong("hosts_total"),
                        row.getString("failure"),
                        ended == null ? null : ended.toInstant()),
                result == null ? null : json.readValue(result, Simulations.Result.class));
    }
}
