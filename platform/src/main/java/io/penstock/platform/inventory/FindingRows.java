package io.penstock.platform.inventory;

import io.penstock.platform.inventory.FindingLoad.Write;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes findings: new ones by COPY, changed ones by COPY to a stage and one update. */
@Component
class FindingRows {

    private static final String COLUMNS =
            """
            tenant_id, connection_id, finding_id, asset_id, content_hash, vulnerability_id,
            remediation_id, created_run, changed_run, changed_at, first_found, last_found, fixed_at,
            reopened_at, status, severity, suppressed, expired, external_finding_id, sub_type,
            detection_method, product
            """;

    private static final short COLUMN_COUNT = 22;

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
            update finding f set asset_id = s.asset_id, content_hash = s.content_hash,
                vulnerability_id = s.vulnerability_id, remediation_id = s.remediation_id,
                changed_run = s.changed_run, changed_at = s.changed_at, first_found = s.first_found,
                last_found = s.last_found, fixed_at = s.fixed_at, reopened_at = s.reopened_at,
                status = s.status, severity = s.severity, suppressed = s.suppressed,
                expired = s.expired, sub_type = s.sub_type, detection_method = s.detection_method,
                product = s.product
            from finding_stage s
            where f.tenant_id = s.tenant_id and f.finding_id = s.finding_id
            """;

    private static final String EVENT =
            """
            insert into finding_event (tenant_id, finding_id, happened_at, run_id, from_status,
                to_status, reason)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    /** The row ids that content keys and hosts stand for. */
    record Keys(
            Map<UUID, UUID> assets,
            Map<UUID, Long> vulnerabilities,
            Map<UUID, Long> remediations) {}

    void write(Connection connection, LoadContext context, Keys keys, List<Write> writes)
            throws SQLException {
        var fresh = new CopyRows();
        var changed = new CopyRows();
        for (var write : writes) {
            encode(write.before() == null ? fresh : changed, context, keys, write);
        }
        fresh.send(connection, COPY_NEW);
        if (changed.rows() > 0) {
            update(connection, changed);
            events(connection, context, writes);
        }
    }

    private static void update(Connection connection, CopyRows changed) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(STAGE);
            changed.send(connection, COPY_STAGE);
            var updated = statement.executeUpdate(UPDATE);
            if (updated != changed.rows()) {
                throw new SQLException(
                        "merge changed " + updated + " of " + changed.rows() + " findings");
            }
        }
    }

    private static void encode(CopyRows rows, LoadContext context, Keys keys, Write write) {
        var finding = write.finding();
        var state = write.state();
        var words = finding.words();
        var remedy = finding.remediationKey();
        rows.row(COLUMN_COUNT)
                .int4(context.tenantId())
                .int4(context.connectionId())
                .uuid(finding.findingId())
                .uuid(known(keys.assets(), finding.hostId()))
                .uuid(finding.contentHash())
                .int8(known(keys.vulnerabilities(), finding.vulnerabilityKey()))
                .int8(remedy == null ? null : known(keys.remediations(), remedy))
                .int8(context.runId())
                .int8(context.runId())
                .instant(finding.changedAt())
                .instant(state.firstFound())
                .instant(finding.state().lastFound())
                .instant(state.fixedAt())
                .instant(state.reopenedAt())
                .int2(state.status().code())
                .int2(finding.state().severity())
                .flag(finding.state().suppressed())
                .flag(state.expired())
                .text(words.externalId())
                .text(words.subType())
                .text(words.detectionMethod())
                .text(words.product());
    }

    private static void events(Connection connection, LoadContext context, List<Write> writes)
            throws SQLException {
        try (var insert = connection.prepareStatement(EVENT)) {
            for (var write : writes) {
                var before = write.before();
                if (before != null && before != write.state().status()) {
                    insert.setInt(1, context.tenantId());
                    insert.setObject(2, write.finding().findingId());
                    insert.setTimestamp(3, Timestamp.from(write.finding().changedAt()));
                    insert.setLong(4, context.runId());
                    insert.setShort(5, before.code());
                    insert.setShort(6, write.state().status().code());
                    insert.setString(7, reason(write));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static String reason(Write write) {
        return "the vendor reported it as "
                + write.finding().state().status()
                + " on "
                + write.finding().changedAt();
    }

    private static <V> V known(Map<UUID, V> values, UUID key) {
        var value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("no row for key " + key);
        }
        return value;
    }
}
