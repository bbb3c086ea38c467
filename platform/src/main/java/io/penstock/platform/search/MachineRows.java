package io.penstock.platform.search;

import static io.penstock.platform.search.FindingRows.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The columns of an {@code asset a} that an export has beside those of its list row. */
final class MachineRows {

    static final String COLUMNS =
            """
            a.operating_system, a.ip_addresses, a.mac_addresses, a.external_asset_id,
            a.serial_number, a.manufacturer, a.fqdn, a.hardware_uuid, a.cloud_instance_id,
            a.cloud_provider, a.origins
            """;

    private final AssetDetails details;

    MachineRows(AssetDetails details) {
        this.details = details;
    }

    /** Of an outer join, too. */
    Machine machine(ResultSet row) throws SQLException {
        return new Machine(
                text(row, "operating_system"),
                texts(row, "ip_addresses"),
                texts(row, "mac_addresses"),
                text(row, "external_asset_id"),
                text(row, "serial_number"),
                text(row, "manufacturer"),
                new AssetDetail.Identifiers(
                        text(row, "fqdn"),
                        text(row, "hardware_uuid"),
                        text(row, "cloud_instance_id"),
                        text(row, "cloud_provider"),
                        details.origins(row.getString("origins"))));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return row.getArray(column) == null ? List.of() : AssetRows.texts(row, column);
    }
}
