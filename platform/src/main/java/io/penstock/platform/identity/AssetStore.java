package io.penstock.platform.identity;

import static io.penstock.core.schema.TargetAttribute.ASSET_FQDN;
import static io.penstock.core.schema.TargetAttribute.BIOS_MANUFACTURER;
import static io.penstock.core.schema.TargetAttribute.BIOS_SERIAL_NUMBER;
import static io.penstock.core.schema.TargetAttribute.CLOUD_INSTANCE_ID;
import static io.penstock.core.schema.TargetAttribute.CLOUD_PROVIDER;
import static io.penstock.core.schema.TargetAttribute.HARDWARE_UUID;
import static io.penstock.core.schema.TargetAttribute.IP_ADDRESS;
import static io.penstock.core.schema.TargetAttribute.MAC_ADDRESS;
import static io.penstock.core.schema.TargetAttribute.OPERATING_SYSTEM_NAME;

import io.penstock.core.identity.Reconciliation.Chosen;
import io.penstock.platform.inventory.RowsById;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/** Writes assets. */
@Component
class AssetStore {

    /** An asset that is as it was is not written. */
    private static final String WRITE =
            """
            insert into asset as a (tenant_id, asset_id, name, external_asset_id, operating_system,
                serial_number, manufacturer, fqdn, hardware_uuid, cloud_instance_id, cloud_provider,
                ip_addresses, mac_addresses, minimal, first_seen, last_seen, created_run,
                changed_run, sources, origins)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (tenant_id, asset_id) do update set name = excluded.name,
                external_asset_id = excluded.external_asset_id,
                operating_system = excluded.operating_system,
                serial_number = excluded.serial_number, manufacturer = excluded.manufacturer,
                fqdn = excluded.fqdn, hardware_uuid = excluded.hardware_uuid,
                cloud_instance_id = excluded.cloud_instance_id,
                cloud_provider = excluded.cloud_provider, ip_addresses = excluded.ip_addresses,
                mac_addresses = excluded.mac_addresses, minimal = excluded.minimal,
                first_seen = excluded.first_seen, last_seen = excluded.last_seen,
                created_run = excluded.created_run, changed_run = excluded.changed_run,
                sources = excluded.sources, origins = excluded.origins
            where (a.name, a.external_asset_id, a.operating_system, a.serial_number,
                    a.manufacturer, a.fqdn, a.hardware_uuid, a.cloud_instance_id,
                    a.cloud_provider, a.ip_addresses, a.mac_addresses, a.minimal, a.first_seen,
                    a.last_seen, a.created_run, a.changed_run, a.sources, a.origins)
                is distinct from (excluded.name, excluded.external_asset_id,
                    excluded.operating_system, excluded.serial_number, excluded.manufacturer,
                    excluded.fqdn, excluded.hardware_uuid, excluded.cloud_instance_id,
                    excluded.cloud_provider, excluded.ip_addresses, excluded.mac_addresses,
                    excluded.minimal, excluded.first_seen, excluded.last_seen,
                    excluded.created_run, excluded.changed_run, excluded.sources,
                    excluded.origins)
            """;

    private static final String DELETE =
            "delete from asset where tenant_id = ? and asset_id = any (?)";

    private final JsonMapper json = JsonMapper.shared();

    void write(Connection connection, int tenantId, Collection<AssetValues> assets)
            throws SQLException {
        try (var write = connection.prepareStatement(WRITE)) {
            for (var asset : assets) {
                bindTexts(write, tenantId, asset);
                bindRest(connection, write, asset);
                write.addBatch();
            }
            write.executeBatch();
        }
    }

    private static void bindTexts(PreparedStatement write, int tenantId, AssetValues asset)
            throws SQLException {
        write.setInt(1, tenantId);
        write.setObject(2, asset.assetId());
        write.setString(3, asset.name());
        write.setString(4, asset.externalAssetId());
        write.setString(5, asset.text(OPERATING_SYSTEM_NAME));
        write.setString(6, asset.text(BIOS_SERIAL_NUMBER));
        write.setString(7, asset.text(BIOS_MANUFACTURER));
        write.setString(8, asset.text(ASSET_FQDN));
        write.setString(9, asset.text(HARDWARE_UUID));
        write.setString(10, asset.text(CLOUD_INSTANCE_ID));
        write.setString(11, asset.text(CLOUD_PROVIDER));
    }

    private void bindRest(Connection connection, PreparedStatement write, AssetValues asset)
            throws SQLException {
        write.setArray(12, array(connection, asset.texts(IP_ADDRESS)));
        write.setArray(13, array(connection, asset.texts(MAC_ADDRESS)));
        write.setBoolean(14, asset.minimal());
        write.setTimestamp(15, Timestamp.from(asset.firstSeen()));
        write.setTimestamp(16, Timestamp.from(asset.lastSeen()));
        write.setLong(17, asset.createdRun());
        write.setLong(18, asset.changedRun());
        write.setInt(19, asset.rows().size());
        write.setString(20, origins(asset.origins()));
    }

    private static Array array(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private @Nullable String origins(@Nullable SortedMap<String, Chosen> chosen) {
        if (chosen == null) {
            return null;
        }
        var origins = new LinkedHashMap<String, Object>();
        chosen.forEach((attribute, value) -> origins.put(attribute, value.origin()));
        return json.writeValueAsString(origins);
    }

    void delete(Connection connection, int tenantId, Collection<UUID> assets) throws SQLException {
        RowsById.update(connection, DELETE, tenantId, assets);
    }
}
