package io.penstock.platform.inventory;

import static io.penstock.core.schema.TargetAttribute.ASSET_FIRST_SEEN_ON;
import static io.penstock.core.schema.TargetAttribute.ASSET_LAST_SEEN_ON;
import static io.penstock.core.schema.TargetAttribute.BIOS_MANUFACTURER;
import static io.penstock.core.schema.TargetAttribute.BIOS_SERIAL_NUMBER;
import static io.penstock.core.schema.TargetAttribute.EXTERNAL_ASSET_ID;
import static io.penstock.core.schema.TargetAttribute.IP_ADDRESS;
import static io.penstock.core.schema.TargetAttribute.MAC_ADDRESS;
import static io.penstock.core.schema.TargetAttribute.OPERATING_SYSTEM_NAME;

import io.penstock.platform.inventory.HostLoad.Write;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes hosts and their assets. */
@Component
class HostRows {

    private static final String SOURCE =
            """
            insert into asset_source (tenant_id, host_id, asset_id, connection_id, record_key, minimal,
                changed_at, content_hash, attributes, created_run, changed_run)
            values (?, ?, ?, ?, ?, false, ?, ?, ?::jsonb, ?, ?)
            on conflict (tenant_id, host_id) do update set record_key = excluded.record_key,
                minimal = false, changed_at = excluded.changed_at,
                content_hash = excluded.content_hash, attributes = excluded.attributes,
                changed_run = excluded.changed_run
            """;

    private static final String ASSET =
            """
            insert into asset (tenant_id, asset_id, name, external_asset_id, operating_system,
                serial_number, manufacturer, ip_addresses, mac_addresses, minimal, first_seen,
                last_seen, created_run, changed_run)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?, ?, ?)
            on conflict (tenant_id, asset_id) do update set name = excluded.name,
                external_asset_id = excluded.external_asset_id,
                operating_system = excluded.operating_system,
                serial_number = excluded.serial_number, manufacturer = excluded.manufacturer,
                ip_addresses = excluded.ip_addresses, mac_addresses = excluded.mac_addresses,
                minimal = false, first_seen = least(asset.first_seen, excluded.first_seen),
                last_seen = excluded.last_seen, changed_run = excluded.changed_run
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
        try (var source = connection.prepareStatement(SOURCE);
                var asset = connection.prepareStatement(ASSET)) {
            for (var write : writes) {
                bindSource(source, context, write);
                bindAsset(connection, asset, context, write);
            }
            source.executeBatch();
            asset.executeBatch();
        }
    }

    private static void bindSource(PreparedStatement row, LoadContext context, Write write)
            throws SQLException {
        row.setInt(1, context.tenantId());
        row.setObject(2, write.host().hostId());
        row.setObject(3, write.assetId());
        row.setInt(4, context.connectionId());
        row.setString(5, write.host().recordKey());
        row.setTimestamp(6, Timestamp.from(write.host().changedAt()));
        row.setObject(7, write.hash());
        row.setString(8, write.attributes());
        row.setLong(9, context.runId());
        row.setLong(10, context.runId());
        row.addBatch();
    }

    private static void bindAsset(
            Connection connection, PreparedStatement row, LoadContext context, Write write)
            throws SQLException {
        var target = write.host().target();
        var changedAt = write.host().changedAt();
        row.setInt(1, context.tenantId());
        row.setObject(2, write.assetId());
        row.setString(3, HostAttributes.name(target));
        row.setString(4, target.text(EXTERNAL_ASSET_ID));
        row.setString(5, target.text(OPERATING_SYSTEM_NAME));
        row.setString(6, target.text(BIOS_SERIAL_NUMBER));
        row.setString(7, target.text(BIOS_MANUFACTURER));
        row.setArray(8, texts(connection, target.texts(IP_ADDRESS)));
        row.setArray(9, texts(connection, target.texts(MAC_ADDRESS)));
        row.setTimestamp(10, at(target.instant(ASSET_FIRST_SEEN_ON), changedAt));
        row.setTimestamp(11, at(target.instant(ASSET_LAST_SEEN_ON), changedAt));
        row.setLong(12, context.runId());
        row.setLong(13, context.runId());
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

    private static Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static Timestamp at(@Nullable Instant said, Instant otherwise) {
        return Timestamp.from(said == null ? otherwise : said);
    }
}
