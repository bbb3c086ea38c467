package io.penstock.platform.audit;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The statement of a filter: only the conditions that are set stand in it, so that the database
 * picks the index they have.
 */
record AuditQuery(String sql, Map<String, Object> values) {

    private static final String SELECT =
            """
            select event_id, at, username, user_id, api_token, address, action, request, object,
                part, outcome, status, reason, before_value, after_value
            from audit_event where tenant_id = :tenant and (at, event_id) < (:at, :id)
            """;

    static AuditQuery of(AuditFilter filter) {
        var sql = new StringBuilder(SELECT);
        var values = new LinkedHashMap<String, Object>();
        add(sql, values, " and lower(username) = lower(:who)", "who", filter.who());
        add(sql, values, " and action = :action", "action", filter.action());
        add(sql, values, " and object = :object", "object", filter.object());
        var outcome = filter.outcome();
        var became = outcome == null ? "" : outcome.name();
        add(sql, values, " and outcome = :outcome", "outcome", became);
        var from = filter.from();
        if (from != null) {
            add(sql, values, " and at >= :from", "from", Timestamp.from(from));
        }
        var until = filter.until();
        if (until != null) {
            add(sql, values, " and at < :until", "until", Timestamp.from(until));
        }
        sql.append(" order by at desc, event_id desc limit :limit");
        return new AuditQuery(sql.toString(), values);
    }

    private static void add(
            StringBuilder sql,
            Map<String, Object> values,
            String condition,
            String name,
            Object value) {
        if (!value.equals("")) {
            sql.append(condition);
            values.put(name, value);
        }
    }
}
