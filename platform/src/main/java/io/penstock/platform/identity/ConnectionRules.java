package io.penstock.platform.identity;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.identity.IdentificationRule;
import io.penstock.core.identity.RuleOrder;
import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.platform.connector.Connection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How one connection uses the rules, and how far its values are trusted (S-057 to S-060). */
@Component
public class ConnectionRules {

    private static final int TRUST_MAX = 1_000;

    private final RuleRows rows;
    private final IdentityJobs jobs;
    private final JdbcClient jdbc;

    ConnectionRules(RuleRows rows, IdentityJobs jobs, JdbcClient jdbc) {
        this.rows = rows;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    /** A rule in the connection's list. */
    public record Line(IdentificationRule rule, boolean on) {}

    /**
     * @param custom false while the connection follows the system's order
     * @param trust 1 to 1,000; the lower, the more its values count
     * @param lines every rule there is, in the connection's order
     */
    public record View(boolean custom, int trust, List<Line> lines) {}

    public View of(Connection connection) {
        var choices = rows.choices(connection.tenantId(), connection.id());
        var known = rows.known(connection.tenantId());
        return new View(!choices.isEmpty(), trust(connection), lines(known, choices));
    }

    /** As {@link #of}, of every connection of the tenant by its id. */
    public Map<Integer, View> all(int tenantId) {
        var known = rows.known(tenantId);
        var choices = rows.choices(tenantId);
        var views = new HashMap<Integer, View>();
        jdbc.sql("select connection_id, trust from connection where tenant_id = ?")
                .param(tenantId)
                .query(row -> {
                    var own = choices.getOrDefault(row.getInt(1), List.of());
                    views.put(
                            row.getInt(1),
                            new View(!own.isEmpty(), row.getInt(2), lines(known, own)));
                });
        return views;
    }

    /**
     * Every rule of the tenant as a connection with these choices would list them.
     *
     * @param choices none for the system's order
     */
    public List<Line> lines(int tenantId, List<Choice> choices) {
        return lines(rows.known(tenantId), choices);
    }

    private static List<Line> lines(List<IdentificationRule> known, List<Choice> choices) {
        var open = new LinkedHashMap<String, IdentificationRule>();
        known.forEach(rule -> open.put(rule.key(), rule));
        var lines = new ArrayList<Line>();
        for (var choice : choices) {
            var rule = open.remove(choice.rule());
            if (rule != null) {
                lines.add(new Line(rule, choice.on()));
            }
        }
        open.values()
                .forEach(
                        rule -> lines.add(new Line(rule, choices.isEmpty() && rule.onByDefault())));
        return lines;
    }

    /**
     * Sets the connection's order; rules that are not named are off. All hosts are identified anew
     * in the background.
     *
     * @throws FaultException CONFIGURATION as {@link RuleOrder#of} says, such as when the last rule
     *     would be off (S-060)
     */
    @Transactional
    public View choose(Connection connection, String by, List<Choice> wanted) {
        var known = rows.known(connection.tenantId());
        RuleOrder.of(known, wanted);
        var choices = new ArrayList<>(wanted);
        var named = new HashSet<String>();
        wanted.forEach(choice -> named.add(choice.rule()));
        known.stream()
                .filter(rule -> !named.contains(rule.key()))
                .forEach(rule -> choices.add(new Choice(rule.key(), false)));
        if (!choices.equals(rows.choices(connection.tenantId(), connection.id()))) {
            rows.choose(connection.tenantId(), connection.id(), choices);
            requestJob(connection, by, "The rules of '%s' were changed.");
        }
        return of(connection);
    }

    /** Back to the system's order. */
    @Transactional
    public View reset(Connection connection, String by) {
        if (rows.reset(connection.tenantId(), connection.id())) {
            requestJob(connection, by, "The rules of '%s' were reset.");
        }
        return of(connection);
    }

    /**
     * @throws FaultException CONFIGURATION outside 1 to 1,000
     */
    @Transactional
    public View trust(Connection connection, String by, int trust) {
        if (trust < 1 || trust > TRUST_MAX) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "TRUST_RANGE",
                    "The trust is " + trust + ", allowed are 1 to " + TRUST_MAX + ".",
                    "1 is trusted most; 100 is what connections begin with.");
        }
        var changed =
                jdbc.sql(
                                """
                                update connection set trust = ?
                                where tenant_id = ? and connection_id = ? and trust <> ?
                                """)
                        .params(trust, connection.tenantId(), connection.id(), trust)
                        .update();
        if (changed > 0) {
            regroupShared(connection);
            requestJob(connection, by, "The trust of '%s' was changed.");
        }
        return of(connection);
    }

    /** Whose values a finding of several records shows depends on the trust in their sources. */
    private void regroupShared(Connection connection) {
        jdbc.sql(
                        """
                        insert into finding_regroup (tenant_id, asset_id, match_key)
                        select distinct tenant_id, asset_id, match_key from finding_record
                        where tenant_id = ? and connection_id = ?
                        on conflict do nothing
                        """)
                .params(connection.tenantId(), connection.id())
                .update();
    }

    private int trust(Connection connection) {
        return jdbc.sql("select trust from connection where tenant_id = ? and connection_id = ?")
                .params(connection.tenantId(), connection.id())
                .query(Integer.class)
                .single();
    }

    private void requestJob(Connection connection, String by, String reason) {
        jobs.request(connection.tenantId(), by, reason.formatted(connection.name()));
    }
}
