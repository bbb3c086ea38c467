package io.penstock.platform.identity;

import io.penstock.core.identity.Decision;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What people decided of pairs of records, as identification asks for it. */
@Component
class DecisionRows {

    /** Of each pair the last decision that nobody took back. */
    private static final String EFFECTIVE =
            """
            select distinct on (least(d.host_a, d.host_b), greatest(d.host_a, d.host_b))
                d.kind, d.host_a, d.host_b, d.decided_at
            from (
                select decision_id, kind, host_a, host_b, decided_at from identity_decision
                where tenant_id = ? and host_a = any (?) and revoked_at is null
                union
                select decision_id, kind, host_a, host_b, decided_at from identity_decision
                where tenant_id = ? and host_b = any (?) and revoked_at is null) d
            order by least(d.host_a, d.host_b), greatest(d.host_a, d.host_b), d.decision_id desc
            """;

    /** Decisions that one of the hosts is in. */
    List<Decision> effective(Connection connection, int tenantId, Collection<UUID> hosts)
            throws SQLException {
        var found = new ArrayList<Decision>();
        if (hosts.isEmpty()) {
            return found;
        }
        try (var select = connection.prepareStatement(EFFECTIVE)) {
            var ids = connection.createArrayOf("uuid", hosts.toArray());
            select.setInt(1, tenantId);
            select.setArray(2, ids);
            select.setInt(3, tenantId);
            select.setArray(4, ids);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(
                            new Decision(
                                    Decision.Kind.valueOf(rows.getString(1)),
                                    rows.getObject(2, UUID.class),
                                    rows.getObject(3, UUID.class),
                                    rows.getTimestamp(4).toInstant()));
                }
            }
        }
        return found;
    }
}
