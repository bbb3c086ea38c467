package io.penstock.platform.search;

import static io.penstock.query.FieldType.DATE;
import static io.penstock.query.FieldType.TEXT;
import static io.penstock.query.FieldType.UUID;

import io.penstock.query.FieldType;
import io.penstock.query.Frame;
import io.penstock.query.QueryField;
import io.penstock.query.QueryField.FieldHelp;
import io.penstock.query.SqlShape;

import java.util.List;

/** The fields of an asset about the source records it is made of, and when they came (B-44). */
final class InventoryFields {

    static final Frame SOURCE =
            new Frame(
                    "a.asset_id in (select s.asset_id from asset_source s"
                            + " where s.tenant_id = :tenant and {})");
    private static final Frame CONNECTION =
            new Frame(
                    "s.connection_id = any(array(select c.connection_id from connection c"
                            + " where c.tenant_id = :tenant and {}))");

    private InventoryFields() {}

    /** When the run began that brought it; {@code run} names the column with the run's number. */
    static SqlShape opened(String run) {
        return SqlShape.column("n.opened_at")
                .in(
                        new Frame(
                                run
                                        + " in (select n.run_id from run n"
                                        + " where n.tenant_id = :tenant and {})"));
    }

    static List<QueryField> all() {
        return List.of(
                of(
                                "asset.inventory.source",
                                TEXT,
                                SqlShape.column("c.source_label").in(CONNECTION),
                                "Source that contributed to the asset.",
                                "inventory:(source:`Acme Scan`)")
                        .alias("inventory.source"),
                of(
                                "asset.inventory.createdDate",
                                DATE,
                                opened("s.created_run"),
                                "When the run began that first brought the source's record.",
                                "inventory:(source:`Acme Scan` and createdDate>now-7d)")
                        .alias("inventory.createdDate")
                        .alias("asset.inventory.created", "inventory.created"),
                of(
                                "asset.inventory.lastUpdated",
                                DATE,
                                opened("s.changed_run"),
                                "When the run began that last changed the source's record.",
                                "inventory:(source:`Acme Scan` and lastUpdated<now-7d)")
                        .alias("inventory.lastUpdated"),
                of(
                        "asset.sourceNativeKey",
                        TEXT,
                        AssetFields.key("s.record_key"),
                        "Key under which a source knows the host.",
                        "asset.sourceNativeKey:`0a1b2c3d`"),
                of(
                        "connector.id",
                        UUID,
                        SqlShape.column("c.connection_uuid").in(CONNECTION),
                        "Id of a connection that contributed to the asset.",
                        "connector.id:6f1c1d3e-2b1a-4c8e-9a55-0d6f7a3b2c11"),
                of(
                        "connector.name",
                        TEXT,
                        SqlShape.column("c.name").in(CONNECTION),
                        "Name of a connection that contributed to the asset.",
                        "connector.name:\"head office\""),
                of(
                        "connector.firstFoundDate",
                        DATE,
                        SqlShape.column("s.first_seen"),
                        "First time the connection's source saw the host.",
                        "connector:(name:\"head office\" and firstFoundDate>now-30d)"),
                of(
                        "connector.lastFoundDate",
                        DATE,
                        SqlShape.column("s.last_seen"),
                        "Last time the connection's source saw the host.",
                        "connector:(name:\"head office\" and lastFoundDate<now-30d)"));
    }

    private static QueryField of(
            String name, FieldType type, SqlShape shape, String description, String example) {
        return QueryField.of(name, type, new FieldHelp(description, example), shape.in(SOURCE));
    }
}
