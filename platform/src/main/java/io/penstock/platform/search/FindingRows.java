package io.penstock.platform.search;

import io.penstock.core.finding.FindingStatus;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The columns of a finding's list row, over a {@code finding f} and its three neighbours. */
final class FindingRows {

    static final String COLUMNS =
            """
            f.finding_id, f.asset_id, a.name as asset_name, v.name as title, v.cve_id, f.severity,
            f.status, f.first_found, f.last_found, f.product, f.suppressed, f.expired,
            c.product_name, v.score
            """;

    /** Outer joins: a finding is shown even when a neighbour is being replaced. */
    static final String JOINS =
            """
            join connection c on c.tenant_id = f.tenant_id and c.connection_id = f.connection_id
            left join vulnerability v
                on v.tenant_id = f.tenant_id and v.vulnerability_id = f.vulnerability_id
            left join asset a on a.tenant_id = f.tenant_id and a.asset_id = f.asset_id
            """;

    private FindingRows() {}

    static FindingRow row(ResultSet row, int number) throws SQLException {
        return new FindingRow(
                row.getObject("finding_id", UUID.class),
                row.getObject("asset_id", UUID.class),
                text(row, "asset_name"),
                text(row, "title"),
                row.getString("cve_id"),
                row.getInt("severity"),
                FindingStatus.of(row.getInt("status")).name(),
                time(row, "first_found"),
                time(row, "last_found"),
                row.getString("product"),
                row.getBoolean("suppressed"),
                row.getBoolean("expired"),
                row.getString("product_name"),
                row.getObject("score", Integer.class));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Of an outer join: empty when there is no such row. */
    static String text(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? "" : text;
    }
}
