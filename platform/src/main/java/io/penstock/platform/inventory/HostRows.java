package io.penstock.platform.inventory;

import static io.penstock.core.schema.TargetAttribute.ASSET_FIRST_SEEN_ON;
import static io.penstock.core.schema.TargetAttribute.ASSET_LAST_SEEN_ON;

import io.penstock.core.schema.TargetAttribute;
import io.penstock.platform.inventory.HostLoad.Write;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes host records, and remembers those that were rejected. */
@Component
class HostRows {

    private static final String SOURCE =
            """
            insert into asset_source (tenant_id, host_id, asset_id, connection_id, record_key,
                minimal, changed_at, first_seen, last_seen, content_hash, attributes, created_run,
                changed_run)
            values (?, ?, ?, ?, ?, false, ?, ?, ?, ?, ?::jsonb, ?, ?)
            on conflict (tenant_id, host_id) do update set record_key = excluded.record_key,
                minimal = false, changed_at = excluded.changed_at,
                first_seen = excluded.first_seen, last_seen = excluded.last_seen,
                content_hash = excluded.content_hash, attributes = excluded.attributes,
                changed_run = excluded.changed_run, missing_since = null
            """;

    private static final String REFUSED =
            """
            insert into rejected_host (tenant_id, host_id, connection_id, reason)
            values (?, ?, ?, ?)
            on conflict (tenant_id, host_id) do update set reason = excluded.reason
            where rejected_host.reason <> excluded.reason
            """;

    private static final String ACCEPTED =
            """
            with gone as (
                delete from rejected_host where tenant_id = ? and host_id = any (?)
                returning tenant_id, host_id)
            select exists (select from gone g where not exists (select from asset_source s
                where s.tenant_id = g.tenant_id and s.host_id = g.host_id))
            """;

    void write(Connection connection, LoadContext context, Collection<Write> writes)
            throws SQLException {
        if (writes.isEmpty()) {
            return;
        }
        try (var source = connection.prepareStatement(SOURCE)) {
            for (var write : writes) {
                bind(source, context, write);
            }
            source.executeBatch();
        }
    }

    /** A new record is an asset of its own until it is identified, in the same transaction. */
    private static void bind(PreparedStatement row, LoadContext context, Write write)
            throws SQLException {
        var host = write.host();
        row.setInt(1, context.tenantId());
        row.setObject(2, host.hostId());
        row.setObject(3, host.hostId());
        row.setInt(4, context.connectionId());
        row.setString(5, host.recordKey());
        row.setTimestamp(6, Timestamp.from(host.changedAt()));
        row.setTimestamp(7, seen(host, ASSET_FIRST_SEEN_ON));
        row.setTimestamp(8, seen(host, ASSET_LAST_SEEN_ON));
        row.setObject(9, write.hash());
        row.setString(10, write.attributes());
        row.setLong(11, context.runId());
        row.setLong(12, context.runId());
        row.addBatch();
    }

    /**
     * A host that is mapped now no longer takes its findings down with it; called before it is
     * written. True when some host had no asset until now: its findings were rejected before.
     */
    boolean accepted(Connection connection, LoadContext context, List<MappedHost> hosts)
            throws SQLException {
        if (hosts.isEmpty()) {
            return false;
        }
        try (var delete = connection.prepareStatement(ACCEPTED)) {
            delete.setInt(1, context.tenantId());
            var ids = hosts.stream().map(MappedHost::hostId).toArray();
            delete.setArray(2, connection.createArrayOf("uuid", ids));
            try (var row = delete.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Remembers rejected hosts: their findings are rejected with them (B-05). */
    void refused(Connection connection, LoadContext context, Map<UUID, String> refused)
            throws SQLException {
        if (refused.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(REFUSED)) {
            for (var host : refused.entrySet()) {
                insert.setInt(1, context.tenantId());
                insert.setObject(2, host.getKey());
                insert.setInt(3, context.connectionId());
                insert.setString(4, host.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Timestamp seen(MappedHost host, TargetAttribute attribute) {
        var said = host.target().instant(attribute);
        return Timestamp.from(said == null ? host.changedAt() : said);
    }
}
