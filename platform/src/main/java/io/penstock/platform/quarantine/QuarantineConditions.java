package io.penstock.platform.quarantine;

import io.penstock.platform.quarantine.QuarantineFilter.State;

import java.util.HashMap;
import java.util.Map;

/**
 * The conditions of a filter as SQL and binds. Only what is asked for is in the text, so that each
 * question finds the index made for it.
 */
final class QuarantineConditions {

    private static final String CONNECTION =
            """
             and q.connection_id = coalesce((select connection_id from connection
                where tenant_id = :tenant and connection_uuid = :connection), -1)
            """;

    /** A replay's own rejects by the replay, all others by the run that read them. */
    private static final String RUN_OF_VENDOR = " and q.evidence_run = :run";

    private static final String RUN_OF_REPLAY = " and q.run_id = :run";

    private static final String TEXT =
            """
             and (q.record_key ilike :text or q.reason ilike :text or q.excerpt ilike :text)
            """;

    private final StringBuilder sql = new StringBuilder("q.tenant_id = :tenant");
    private final Map<String, Object> binds = new HashMap<>();

    /**
     * @param run the row of the filter's run
     * @param replay true when that run is a replay
     */
    QuarantineConditions(int tenantId, QuarantineFilter filter, long run, boolean replay) {
        binds.put("tenant", tenantId);
        var connection = filter.connection();
        if (connection != null) {
            add(CONNECTION, "connection", connection);
        }
        if (filter.run() != null) {
            add(replay ? RUN_OF_REPLAY : RUN_OF_VENDOR, "run", run);
        }
        addText(" and q.stream = :stream", "stream", filter.stream());
        addText(" and q.field = :field", "field", filter.field());
        addText(" and q.reason_form = :reason", "reason", filter.reason());
        if (!filter.text().isBlank()) {
            add(TEXT, "text", "%" + escaped(filter.text().strip()) + "%");
        }
        if (filter.state() == State.OPEN) {
            sql.append(" and q.resolved_run is null");
        } else if (filter.state() == State.RESOLVED) {
            sql.append(" and q.resolved_run is not null");
        }
    }

    /** Only what follows a place in the list, which goes from the newest to the oldest. */
    void after(long page, int index) {
        add(" and (q.page_id, q.record_index) < (:page, :index)", "page", page);
        binds.put("index", index);
    }

    void one(long page, int index) {
        add(" and q.page_id = :page and q.record_index = :index", "page", page);
        binds.put("index", index);
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> binds() {
        return binds;
    }

    private void addText(String condition, String name, String value) {
        if (!value.isEmpty()) {
            add(condition, name, value);
        }
    }

    private void add(String condition, String name, Object value) {
        sql.append(condition);
        binds.put(name, value);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
