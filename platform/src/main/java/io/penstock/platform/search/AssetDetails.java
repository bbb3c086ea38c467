package io.penstock.platform.search;

import static io.penstock.platform.search.FindingRows.time;

import io.penstock.platform.search.AssetDetail.Identifiers;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads what hangs on assets: their sources, their open findings. */
@Component
class AssetDetails {

    private static final int SOURCES_MAX = 200;

    private static final String LABELS =
            """
            select distinct s.asset_id, c.source_label
            from asset_source s
            join connection c on c.tenant_id = s.tenant_id and c.connection_id = s.connection_id
            where s.tenant_id = :tenant and s.asset_id in (:assets)
            order by s.asset_id, c.source_label
            """;

    private static final String OPEN =
            """
            select f.asset_id, f.severity, count(*) as findings
            from finding f
            where f.tenant_id = :tenant and f.asset_id in (:assets) and f.status in (1, 2, 4)
            group by f.asset_id, f.severity
            """;

    private static final String ONE =
            """
            select a.asset_id, a.name, lower(a.name) as folded, a.operating_system, a.ip_addresses,
                a.criticality, a.score, a.first_seen, a.last_seen, a.minimal, a.external_asset_id,
                a.serial_number, a.manufacturer, a.mac_addresses, a.fqdn, a.hardware_uuid,
                a.cloud_instance_id, a.cloud_provider, a.origins
            from asset a
            where a.tenant_id = :tenant and a.asset_id = :asset
            """;

    /** An asset that was merged into another one is found by its old id, too. */
    private static final String NOW =
            """
            select a.asset_id from asset a
            where a.tenant_id = :tenant and a.asset_id in (:asset, (select s.asset_id
                from asset_source s where s.tenant_id = :tenant and s.host_id = :asset))
            order by a.asset_id = :asset desc limit 1
            """;

    private static final String SOURCES =
            """
            select c.name, c.connection_uuid, c.source_label, s.record_key, s.attributes,
                s.changed_at, s.minimal, s.host_id, c.trust
            from asset_source s
            join connection c on c.tenant_id = s.tenant_id and c.connection_id = s.connection_id
            where s.tenant_id = :tenant and s.asset_id = :asset
            order by s.changed_at desc, s.host_id
            limit %d
            """
                    .formatted(SOURCES_MAX);

    private final InventoryReader reader;
    private final JsonMapper json = JsonMapper.shared();

    AssetDetails(InventoryReader reader) {
        this.reader = reader;
    }

    /** The rows with their sources and open findings. */
    List<AssetRow> complete(int tenantId, List<AssetRows.Plain> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var binds =
                Map.of(
                        "tenant",
                        tenantId,
                        "assets",
                        rows.stream().map(AssetRows.Plain::id).toList());
        var labels = new HashMap<UUID, List<String>>();
        reader.rows(
                LABELS,
                binds,
                (row, _) -> of(row, labels, ArrayList::new).add(row.getString("source_label")));
        var open = new HashMap<UUID, Map<Integer, Long>>();
        reader.rows(
                OPEN,
                binds,
                (row, _) -> {
                    var findings = row.getLong("findings");
                    of(row, open, HashMap::new).put(row.getInt("severity"), findings);
                    return findings;
                });
        return rows.stream()
                .map(row ->
                        row.with(
                                labels.getOrDefault(row.id(), List.of()),
                                open.getOrDefault(row.id(), Map.of())))
                .toList();
    }

    /** What the asset table says; its neighbours are read after its result is closed. */
    private record Own(
            AssetRows.Plain plain,
            String externalId,
            String serial,
            String maker,
            List<String> macs,
            Identifiers identifiers) {}

    Optional<AssetDetail> get(int tenantId, UUID id) {
        return idOf(tenantId, id).flatMap(now -> of(tenantId, now));
    }

    Optional<UUID> idOf(int tenantId, UUID id) {
        var binds = Map.of("tenant", tenantId, "asset", id);
        return reader.rows(NOW, binds, (row, _) -> row.getObject(1, UUID.class)).stream()
                .findFirst();
    }

    private Optional<AssetDetail> of(int tenantId, UUID assetId) {
        var binds = Map.of("tenant", tenantId, "asset", assetId);
        return reader.rows(ONE, binds, (row, _) -> own(row)).stream()
                .findFirst()
                .map(own ->
                        new AssetDetail(
                                complete(tenantId, List.of(own.plain())).getFirst(),
                                own.externalId(),
                                own.serial(),
                                own.maker(),
                                own.macs(),
                                own.identifiers(),
                                reader.rows(SOURCES, binds, (row, _) -> source(row))));
    }

    private Own own(ResultSet row) throws SQLException {
        return new Own(
                AssetRows.plain(row, 1),
                row.getString("external_asset_id"),
                row.getString("serial_number"),
                row.getString("manufacturer"),
                AssetRows.texts(row, "mac_addresses"),
                new Identifiers(
                        row.getString("fqdn"),
                        row.getString("hardware_uuid"),
                        row.getString("cloud_instance_id"),
                        row.getString("cloud_provider"),
                        origins(row.getString("origins"))));
    }

    Map<String, UUID> origins(@Nullable String text) {
        var origins = new LinkedHashMap<String, UUID>();
        if (text != null) {
            json.readTree(text)
                    .forEachEntry((attribute, origin) ->
                            origins.put(
                                    attribute, UUID.fromString(origin.path("hostId").asString())));
        }
        return origins;
    }

    private AssetDetail.Source source(ResultSet row) throws SQLException {
        return new AssetDetail.Source(
                row.getString("name"),
                row.getObject("connection_uuid", UUID.class),
                row.getString("source_label"),
                row.getString("record_key"),
                attributes(row.getString("attributes")),
                time(row, "changed_at"),
                row.getBoolean("minimal"),
                row.getObject("host_id", UUID.class),
                row.getInt("trust"));
    }

    private Map<String, String> attributes(String text) {
        var attributes = new LinkedHashMap<String, String>();
        json.readTree(text).forEachEntry((name, value) -> attributes.put(name, shown(value)));
        return attributes;
    }

    private static String shown(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static <T> T of(ResultSet row, Map<UUID, T> byAsset, Supplier<T> empty)
            throws SQLException {
        return byAsset.computeIfAbsent(row.getObject("asset_id", UUID.class), _ -> empty.get());
    }
}
