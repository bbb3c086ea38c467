package io.penstock.platform.trend;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Keeps the newest figures of each tenant: table {@code dashboard_summary}. */
@Component
class SummaryRows {

    /** Keeps the key apart from the locks of loads, which are pairs of numbers. */
    private static final long LOCK = 0x5452_4e44L << 32;

    /** Grows when {@link Summary} becomes another one; older forms are not read. */
    private static final int FORM = 1;

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String BODY =
            "select body from dashboard_summary where tenant_id = ? and form = ?";

    private static final String STATE =
            """
            select mark, settled, took_ms, measured_at from dashboard_summary
            where tenant_id = ? and form = ?
            """;

    private static final String WRITE =
            """
            insert into dashboard_summary
                (tenant_id, form, body, mark, settled, took_ms, measured_at)
            values (:tenant, :form, :body::jsonb, :mark, :settled, :took, :at)
            on conflict (tenant_id) do update set form = excluded.form, body = excluded.body,
                mark = excluded.mark, settled = excluded.settled, took_ms = excluded.took_ms,
                measured_at = excluded.measured_at
            """;

    private final JdbcClient jdbc;

    SummaryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What decides whether it is time to measure again. */
    record State(String mark, boolean settled, Duration took, Instant measuredAt) {}

    Optional<Summary> find(int tenantId) {
        return jdbc.sql(BODY)
                .params(tenantId, FORM)
                .query(String.class)
                .optional()
                .map(body -> JSON.readValue(body, Summary.class));
    }

    Optional<State> state(int tenantId) {
        return jdbc.sql(STATE)
                .params(tenantId, FORM)
                .query((row, _) ->
                        new State(
                                row.getString(1),
                                row.getBoolean(2),
                                Duration.ofMillis(row.getLong(3)),
                                row.getTimestamp(4).toInstant()))
                .optional();
    }

    void write(int tenantId, Summary summary, State state) {
        jdbc.sql(WRITE)
                .param("tenant", tenantId)
                .param("form", FORM)
                .param("body", JSON.writeValueAsString(summary))
                .param("mark", state.mark())
                .param("settled", state.settled())
                .param("took", Math.min(Integer.MAX_VALUE, state.took().toMillis()))
                .param("at", state.measuredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Held to the end of the transaction; false while another platform measures. */
    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }
}
