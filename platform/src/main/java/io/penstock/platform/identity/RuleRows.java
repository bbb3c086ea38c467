package io.penstock.platform.identity;

import io.penstock.core.identity.IdentificationRule;
import io.penstock.core.identity.RuleOrder;
import io.penstock.core.identity.SystemRules;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The SQL of rules and of their order. */
@Component
class RuleRows {

    private final JdbcClient jdbc;

    RuleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line of a connection's list. */
    record Line(int connectionId, String rule, boolean enabled) {}

    RuleBook book(int tenantId) {
        var known = known(tenantId);
        var byKey = new HashMap<String, IdentificationRule>();
        known.forEach(rule -> byKey.put(rule.key(), rule));
        var enabled = new LinkedHashMap<Integer, List<IdentificationRule>>();
        for (var line : lines(tenantId)) {
            var rules = enabled.computeIfAbsent(line.connectionId(), _ -> new ArrayList<>());
            var rule = byKey.get(line.rule());
            if (rule != null && line.enabled()) {
                rules.add(rule);
            }
        }
        var orders = new HashMap<Integer, RuleOrder>();
        enabled.forEach((connection, rules) -> orders.put(connection, new RuleOrder(rules)));
        return new RuleBook(known, RuleOrder.DEFAULT, orders);
    }

    /** The system's rules in order, then the tenant's own by label. */
    List<IdentificationRule> known(int tenantId) {
        var known = new ArrayList<>(SystemRules.ALL);
        known.addAll(
                jdbc.sql(
                                """
                                select rule_key, label, explanation, attributes
                                from identification_rule where tenant_id = ?
                                order by lower(label), rule_key
                                """)
                        .param(tenantId)
                        .query((row, _) -> rule(row))
                        .list());
        return known;
    }

    private static IdentificationRule rule(ResultSet row) throws SQLException {
        return IdentificationRule.user(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                List.of((String[]) row.getArray(4).getArray()));
    }

    private List<Line> lines(int tenantId) {
        return jdbc.sql(
                        """
                        select connection_id, rule_key, enabled from connection_rule
                        where tenant_id = ? order by connection_id, position
                        """)
                .param(tenantId)
                .query((row, _) -> new Line(row.getInt(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    /** By connection, those that have a list of their own. */
    Map<Integer, List<RuleOrder.Choice>> choices(int tenantId) {
        return lines(tenantId).stream()
                .collect(
                        Collectors.groupingBy(
                                Line::connectionId,
                                Collectors.mapping(
                                        line -> new RuleOrder.Choice(line.rule(), line.enabled()),
                                        Collectors.toList())));
    }

    /** A connection's own list in order; empty when it has the system's. */
    List<RuleOrder.Choice> choices(int tenantId, int connectionId) {
        return jdbc.sql(
                        """
                        select rule_key, enabled from connection_rule
                        where tenant_id = ? and connection_id = ? order by position
                        """)
                .params(tenantId, connectionId)
                .query((row, _) -> new RuleOrder.Choice(row.getString(1), row.getBoolean(2)))
                .list();
    }

    void choose(int tenantId, int connectionId, List<RuleOrder.Choice> choices) {
        reset(tenantId, connectionId);
        for (var i = 0; i < choices.size(); i++) {
            jdbc.sql(
                            """
                            insert into connection_rule (tenant_id, connection_id, rule_key,
                                position, enabled)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(tenantId, connectionId, choices.get(i).rule(), i, choices.get(i).on())
                    .update();
        }
    }

    /** True when the connection had an order of its own. */
    boolean reset(int tenantId, int connectionId) {
        return jdbc.sql("delete from connection_rule where tenant_id = ? and connection_id = ?")
                        .params(tenantId, connectionId)
                        .update()
                > 0;
    }

    void insert(int tenantId, IdentificationRule rule, String by, OffsetDateTime at) {
        jdbc.sql(
                        """
                        insert into identification_rule (tenant_id, rule_key, label, explanation,
                            attributes, created_by, created_at)
                        values (:tenant, :key, :label, :explanation, string_to_array(:attributes, ','),
                            :by, :at)
                        """)
                .params(binds(tenantId, rule))
                .param("by", by)
                .param("at", at)
                .update();
    }

    boolean update(int tenantId, IdentificationRule rule) {
        return jdbc.sql(
                                """
                                update identification_rule set label = :label,
                                    explanation = :explanation,
                                    attributes = string_to_array(:attributes, ',')
                                where tenant_id = :tenant and rule_key = :key
                                """)
                        .params(binds(tenantId, rule))
                        .update()
                > 0;
    }

    private static Map<String, Object> binds(int tenantId, IdentificationRule rule) {
        var attributes = rule.attributes().stream().map(a -> a.key()).toList();
        return Map.of(
                "tenant", tenantId,
                "key", rule.key(),
                "label", rule.label(),
                "explanation", rule.explanation(),
                "attributes", String.join(",", attributes));
    }

    /** Deletes a rule of the tenant; false when there is none. */
    boolean delete(int tenantId, String key) {
        jdbc.sql("delete from connection_rule where tenant_id = ? and rule_key = ?")
                .params(tenantId, key)
                .update();
        return jdbc.sql("delete from identification_rule where tenant_id = ? and rule_key = ?")
                        .params(tenantId, key)
                        .update()
                > 0;
    }
}
