package io.penstock.platform.identity;

import io.penstock.core.identity.IdentificationLog;
import io.penstock.core.identity.RuleStep;
import io.penstock.core.identity.SharedValue;
import io.penstock.core.value.Shown;
import io.penstock.platform.inventory.RowsById;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Writes what a person should look at: records that fit several machines, and values that several
 * machines carry. What was noted of a set of hosts before is replaced.
 */
@Component
class Doubts {

    private static final String FORGET_SUGGESTIONS =
            "delete from merge_suggestion where tenant_id = ? and host_id = any (?)";

    private static final String FORGET_VALUES =
            "delete from suspicious_value where tenant_id = ? and anchor_host = any (?)";

    private static final String SUGGEST =
            """
            insert into merge_suggestion (tenant_id, host_id, other_host, rule_key, sentence,
                noted_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String SUSPECT =
            """
            insert into suspicious_value (tenant_id, anchor_host, rule_key, value, holders, sample,
                reason, noted_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final int VALUE_MAX = 512;

    private final Clock clock;

    Doubts(Clock clock) {
        this.clock = clock;
    }

    void renew(Connection connection, int tenantId, Assignment found) throws SQLException {
        forget(connection, tenantId, found.hosts());
        suggest(connection, tenantId, found.ambiguous());
        suspect(connection, tenantId, found.suspicious());
    }

    /** Hosts that are no more cause no doubt. */
    void forget(Connection connection, int tenantId, Collection<UUID> hosts) throws SQLException {
        RowsById.update(connection, FORGET_SUGGESTIONS, tenantId, hosts);
        RowsById.update(connection, FORGET_VALUES, tenantId, hosts);
    }

    private void suggest(Connection connection, int tenantId, List<IdentificationLog> logs)
            throws SQLException {
        try (var insert = connection.prepareStatement(SUGGEST)) {
            for (var log : logs) {
                for (var other : log.suggestions()) {
                    insert.setInt(1, tenantId);
                    insert.setObject(2, log.hostId());
                    insert.setObject(3, other);
                    insert.setString(4, rule(log));
                    insert.setString(5, log.result());
                    insert.setTimestamp(6, Timestamp.from(clock.instant()));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** The rule that left a choice; the last one tried when none did. */
    private static String rule(IdentificationLog log) {
        return log.steps().stream()
                .filter(step -> step.outcome() == RuleStep.Outcome.AMBIGUOUS)
                .map(RuleStep::rule)
                .findFirst()
                .orElseGet(() -> log.steps().isEmpty() ? "" : log.steps().getLast().rule());
    }

    private void suspect(Connection connection, int tenantId, List<SharedValue> values)
            throws SQLException {
        try (var insert = connection.prepareStatement(SUSPECT)) {
            for (var value : values) {
                if (value.sample().isEmpty()) {
                    continue;
                }
                insert.setInt(1, tenantId);
                insert.setObject(2, value.sample().getFirst());
                insert.setString(3, value.rule());
                insert.setString(4, cut(value.value()));
                insert.setInt(5, value.holders());
                insert.setArray(6, connection.createArrayOf("uuid", value.sample().toArray()));
                insert.setString(7, value.reason());
                insert.setTimestamp(8, Timestamp.from(clock.instant()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String cut(String value) {
        return Shown.cut(value, VALUE_MAX);
    }
}
