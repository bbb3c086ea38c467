package io.penstock.platform.inventory;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** Writes findings: new ones by COPY, changed ones by COPY to a stage and one update. */
@Component
class FindingRows {

    private static final String COLUMNS =
            "tenant_id, finding_id, " + RecordColumns.SHARED + ", records";

    private static final int COLUMN_COUNT = RecordColumns.SHARED_COUNT + 3;

    private static final String COPY_NEW =
            "copy finding (" + COLUMNS + ") from stdin (format binary)";

    private static final String STAGE =
            """
            create temporary table if not exists finding_stage (like finding) on commit delete rows
            """;

    private static final String COPY_STAGE =
            "copy finding_stage (" + COLUMNS + ") from stdin (format binary)";

    private static final String UPDATE =
            """
            update finding f set connection_id = s.connection_id, host_id = s.host_id,
                asset_id = s.asset_id, match_key = s.match_key, content_hash = s.content_hash,
                vulnerability_id = s.vulnerability_id, remediation_id = s.remediation_id,
                created_run = s.created_run, changed_run = s.changed_run,
                changed_at = s.changed_at, first_found = s.first_found, last_found = s.last_found,
                fixed_at = s.fixed_at, reopened_at = s.reopened_at,
                missing_since = s.missing_since, status = s.status, severity = s.severity,
                suppressed = s.suppressed, expired = s.expired,
                external_finding_id = s.external_finding_id, sub_type = s.sub_type,
                detection_method = s.detection_method, product = s.product, port = s.port,
                protocol = s.protocol, vendor_finding_id = s.vendor_finding_id,
                records = s.records
            from finding_stage s
            where f.tenant_id = s.tenant_id and f.finding_id = s.finding_id
            """;

    private static final String CLEAR_STAGE = "delete from finding_stage";

    private static final String DELETE =
            "delete from finding where tenant_id = ? and finding_id = any (?)";

    /** A row of {@code finding}. */
    record FindingRow(RecordRow values, int records) {}

    void insert(Connection connection, int tenantId, Collection<FindingRow> rows)
            throws SQLException {
        encode(tenantId, rows).send(connection, COPY_NEW);
    }

    void update(Connection connection, int tenantId, Collection<FindingRow> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute(STAGE);
            encode(tenantId, rows).send(connection, COPY_STAGE);
            var updated = statement.executeUpdate(UPDATE);
            if (updated != rows.size()) {
                throw new SQLException(
                        "merge changed " + updated + " of " + rows.size() + " findings");
            }
            statement.execute(CLEAR_STAGE);
        }
    }

    void delete(Connection connection, int tenantId, Collection<UUID> ids) throws SQLException {
        RowsById.update(connection, DELETE, tenantId, ids);
    }

    private static CopyRows encode(int tenantId, Collection<FindingRow> rows) {
        var encoded = new CopyRows();
        for (var row : rows) {
            RecordColumns.encode(encoded, COLUMN_COUNT, tenantId, row.values()).int4(row.records());
        }
        return encoded;
    }
}
