package io.penstock.platform.identity;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lists what a person should look at (etm 5.7). */
@Component
public class DoubtLists {

    private static final String AMBIGUOUS =
            """
            select m.host_id, m.other_host, s.asset_id, a.name, o.asset_id as other_asset,
                b.name as other_name, m.rule_key, m.sentence, m.noted_at
            from merge_suggestion m
            join asset_source s on s.tenant_id = m.tenant_id and s.host_id = m.host_id
            join asset a on a.tenant_id = s.tenant_id and a.asset_id = s.asset_id
            join asset_source o on o.tenant_id = m.tenant_id and o.host_id = m.other_host
            join asset b on b.tenant_id = o.tenant_id and b.asset_id = o.asset_id
            where m.tenant_id = :tenant and s.asset_id <> o.asset_id
              and (m.host_id, m.other_host) > (:host, :other)
            order by m.host_id, m.other_host limit :limit
            """;

    private static final String SUSPICIOUS =
            """
            select g.rule_key, g.value, g.holders, g.reason, g.noted_at, array(
                select distinct host from suspicious_value v cross join lateral unnest(v.sample) host
                where v.tenant_id = :tenant and v.rule_key = g.rule_key and v.value = g.value
                order by host limit 10) as hosts
            from (
                select rule_key, value, sum(holders) as holders, min(reason) as reason,
                    min(noted_at) as noted_at
                from suspicious_value
                where tenant_id = :tenant and (rule_key, value) > (:rule, :value)
                group by rule_key, value order by rule_key, value limit :limit) g
            order by g.rule_key, g.value
            """;

    private static final UUID LEAST = new UUID(0, 0);

    private final JdbcClient jdbc;

    DoubtLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A record that may be of another asset too.
     *
     * @param asset the one it was taken for
     * @param other the one that it may be of as well, for a person to merge or to forbid
     * @param rule the rule that left the choice
     */
    public record Ambiguous(
            UUID record,
            UUID otherRecord,
            UUID asset,
            String name,
            UUID other,
            String otherName,
            String rule,
            String sentence,
            Instant notedAt) {

        /** Where the next page goes on. */
        public String cursor() {
            return record + ":" + otherRecord;
        }
    }

    /**
     * A value that several machines carry, so that it says nothing.
     *
     * @param holders how many records carry it
     * @param records ten of them
     */
    public record Suspicious(
            String rule,
            String value,
            long holders,
            String reason,
            List<UUID> records,
            Instant notedAt) {}

    /**
     * @param after {@link Ambiguous#cursor()} of the last one that was seen; empty for the first
     * @throws FaultException MALFORMED for a cursor of no list
     */
    public List<Ambiguous> ambiguous(int tenantId, String after, int limit) {
        var colon = Math.max(after.indexOf(':'), 0);
        return jdbc.sql(AMBIGUOUS)
                .param("tenant", tenantId)
                .param("host", after.isEmpty() ? LEAST : id(after.substring(0, colon)))
                .param("other", after.isEmpty() ? LEAST : id(after.substring(colon + 1)))
                .param("limit", limit)
                .query((row, _) -> ambiguous(row))
                .list();
    }

    /**
     * @param rule of the last one that was seen; empty for the first
     * @param value likewise
     * @throws FaultException MALFORMED for what no value can be
     */
    public List<Suspicious> suspicious(int tenantId, String rule, String value, int limit) {
        if (rule.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
            throw noPlace(null);
        }
        return jdbc.sql(SUSPICIOUS)
                .param("tenant", tenantId)
                .param("rule", rule)
                .param("value", value)
                .param("limit", limit)
                .query((row, _) -> suspicious(row))
                .list();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw noPlace(e);
        }
    }

    private static FaultException noPlace(@Nullable Exception cause) {
        return new FaultException(
                Fault.of(
                        FaultKind.MALFORMED,
                        "CURSOR_UNREADABLE",
                        "The parameter 'after' is not one that this list gave.",
                        "Pass the 'next' of the page before."),
                cause);
    }

    private static Ambiguous ambiguous(ResultSet row) throws SQLException {
        return new Ambiguous(
                row.getObject("host_id", UUID.class),
                row.getObject("other_host", UUID.class),
                row.getObject("asset_id", UUID.class),
                row.getString("name"),
                row.getObject("other_asset", UUID.class),
                row.getString("other_name"),
                row.getString("rule_key"),
                row.getString("sentence"),
                row.getTimestamp("noted_at").toInstant());
    }

    private static Suspicious suspicious(ResultSet row) throws SQLException {
        return new Suspicious(
                row.getString("rule_key"),
                row.getString("value"),
                row.getLong("holders"),
                row.getString("reason"),
                List.of((UUID[]) row.getArray("hosts").getArray()),
                row.getTimestamp("noted_at").toInstant());
    }
}
