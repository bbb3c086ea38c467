package io.penstock.platform.search;

import static io.penstock.query.FieldType.BOOLEAN;
import static io.penstock.query.FieldType.DATE;
import static io.penstock.query.FieldType.NUMBER;
import static io.penstock.query.FieldType.TEXT;
import static io.penstock.query.FieldType.UUID;

import io.penstock.query.FieldType;
import io.penstock.query.Frame;
import io.penstock.query.QueryField;
import io.penstock.query.QueryField.FieldHelp;
import io.penstock.query.SqlShape;
import io.penstock.query.TextMatch;

import java.util.ArrayList;
import java.util.List;

/** The fields of an asset, over {@code asset a}. */
final class AssetFields {

    /** Tags hang on the source records of an asset; suggestions do not count. */
    private static final String TAGGED =
            "a.asset_id in (select s.asset_id from tag t"
                    + " join asset_tag x on x.tenant_id = t.tenant_id and x.tag_id = t.tag_id"
                    + " join asset_source s on s.tenant_id = x.tenant_id and s.host_id = x.host_id"
                    + " where t.tenant_id = :tenant and x.origin = 'HAND' and {})";

    static final Frame TAG = new Frame(TAGGED);

    private AssetFields() {}

    static List<QueryField> all() {
        var fields = new ArrayList<QueryField>();
        fields.add(name());
        fields.addAll(InventoryFields.all());
        fields.addAll(identity());
        fields.addAll(machine());
        fields.addAll(identifiers());
        fields.addAll(state());
        fields.addAll(risk());
        return List.copyOf(fields);
    }

    /** What a value without a field is looked for in: the plain texts of the asset itself. */
    static List<QueryField> words() {
        var fields = new ArrayList<QueryField>();
        fields.add(name());
        fields.addAll(machine());
        fields.addAll(identifiers());
        return List.copyOf(fields);
    }

    private static QueryField name() {
        return of(
                "asset.name",
                TEXT,
                SqlShape.column("lower(a.name)").matching(TextMatch.LOWER_WORDS),
                "Name of the host, case ignored.",
                "asset.name:web*");
    }

    private static List<QueryField> identity() {
        return List.of(
                of(
                        "asset.id",
                        UUID,
                        SqlShape.column("a.asset_id"),
                        "The asset's own id.",
                        "asset.id:6f1c1d3e-2b1a-4c8e-9a55-0d6f7a3b2c11"),
                of(
                        "asset.externalAssetId",
                        TEXT,
                        key("a.external_asset_id"),
                        "The source's id of the host as the asset shows it.",
                        "asset.externalAssetId:`0a1b2c3d`"),
                of(
                                "asset.created",
                                DATE,
                                InventoryFields.opened("a.created_run"),
                                "When the run began that first brought the asset.",
                                "asset.created>now-7d")
                        .alias("asset.createdDate"),
                of(
                                "asset.lastUpdated",
                                DATE,
                                InventoryFields.opened("a.changed_run"),
                                "When the run began that last changed the asset.",
                                "asset.lastUpdated<now-30d")
                        .alias("lastUpdated"));
    }

    private static List<QueryField> machine() {
        return List.of(
                of(
                                "operatingSystem.name",
                                TEXT,
                                SqlShape.column("a.operating_system"),
                                "Operating system.",
                                "operatingSystem.name:\"Windows Server\"")
                        .alias("operatingSystem", "asset.operatingSystem.name"),
                of(
                                "asset.biosSerialNumber",
                                TEXT,
                                key("a.serial_number"),
                                "Serial number of the machine.",
                                "asset.biosSerialNumber:`VMW-42`")
                        .alias("biosSerialNumber"),
                of(
                                "hardware.manufacturer",
                                TEXT,
                                SqlShape.column("a.manufacturer"),
                                "Maker of the machine.",
                                "hardware.manufacturer:Dell")
                        .alias("asset.hardware.manufacturer"),
                of(
                                "asset.interface.address",
                                TEXT,
                                key("i.value").in(each("a.ip_addresses")),
                                "IP address, whole or with a star.",
                                "asset.interface:(address:10.1.*)")
                        .alias("interfaces.address"),
                of(
                                "asset.interface.macAddress",
                                TEXT,
                                SqlShape.column("i.value")
                                        .matching(TextMatch.UPPER_KEY)
                                        .in(each("a.mac_addresses")),
                                "MAC address, whole or with a star.",
                                "asset.interface:(macAddress:00:50:56:*)")
                        .alias("interfaces.macAddress"));
    }

    private static List<QueryField> identifiers() {
        return List.of(
                of(
                                "asset.biosHardwareUUID",
                                TEXT,
                                key("a.hardware_uuid"),
                                "UUID in the machine's firmware.",
                                "asset.biosHardwareUUID:`4c4c4544-0042-3510-8052-b4c04f384d32`")
                        .alias("biosHardwareUUID"),
                of(
                        "asset.fqdn",
                        TEXT,
                        SqlShape.column("a.fqdn"),
                        "Full DNS name.",
                        "asset.fqdn:`web-1.example.org`"),
                of(
                        "asset.cloudInstanceId",
                        TEXT,
                        key("a.cloud_instance_id"),
                        "The cloud provider's id of the instance.",
                        "asset.cloudInstanceId:`i-0abcd1234efgh5678`"),
                of(
                                "cloud.provider",
                                TEXT,
                                SqlShape.column("a.cloud_provider"),
                                "Cloud provider.",
                                "cloud.provider:AWS")
                        .alias("asset.cloudProvider", "provider"));
    }

    private static List<QueryField> state() {
        return List.of(
                of(
                                "asset.criticalityScore",
                                NUMBER,
                                SqlShape.column("a.criticality"),
                                "How much the asset matters, 1 to 5.",
                                "asset.criticalityScore>=4")
                        .alias("criticalityScore", "asset.criticality"),
                of(
                                "asset.firstSeen",
                                DATE,
                                SqlShape.column("a.first_seen"),
                                "First time a source saw the host.",
                                "asset.firstSeen>now-30d")
                        .alias("asset.firstSeenDate"),
                of(
                                "asset.lastSeen",
                                DATE,
                                SqlShape.column("a.last_seen"),
                                "Last time a source saw the host.",
                                "asset.lastSeen<now-30d")
                        .alias("asset.lastSeenDate"),
                of(
                        "asset.sourceCount",
                        NUMBER,
                        SqlShape.column("a.sources"),
                        "How many source records are this asset.",
                        "asset.sourceCount>1"),
                of(
                        "asset.isMinimal",
                        BOOLEAN,
                        SqlShape.column("a.minimal"),
                        "Known only from what a finding says of its host.",
                        "asset.isMinimal:true"));
    }

    private static List<QueryField> risk() {
        return List.of(
                of(
                                "asset.riskScore",
                                NUMBER,
                                SqlShape.column("a.score"),
                                "Score of the asset, 0 to 1000.",
                                "asset.riskScore>=700")
                        .alias("riskScore"),
                of(
                                "asset.tag.name",
                                TEXT,
                                SqlShape.column("t.name").in(TAG),
                                "Tag that a person has put on the asset.",
                                "asset.tag.name:`Production`")
                        .alias("asset.tags.name", "tags.name"),
                of(
                        "asset.isInternetFacing",
                        BOOLEAN,
                        SqlShape.column("(" + TAGGED.replace("{}", "t.internet_facing") + ")"),
                        "Reachable from the internet, as one of its tags says.",
                        "asset.isInternetFacing:true"));
    }

    private static Frame each(String column) {
        return new Frame("exists (select 1 from unnest(" + column + ") as i(value) where {})");
    }

    static SqlShape key(String expression) {
        return SqlShape.column(expression).matching(TextMatch.KEY);
    }

    private static QueryField of(
            String name, FieldType type, SqlShape shape, String description, String example) {
        return QueryField.of(name, type, new FieldHelp(description, example), shape);
    }
}
