package io.penstock.platform.inventory;

import io.penstock.core.finding.FindingStatus;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** The columns that {@code finding} and {@code finding_record} share, in their order. */
final class RecordColumns {

    /** All but tenant and id. */
    static final String SHARED =
            """
            connection_id, host_id, asset_id, match_key, content_hash, vulnerability_id,
            remediation_id, created_run, changed_run, changed_at, first_found, last_found, fixed_at,
            reopened_at, missing_since, status, severity, suppressed, expired, external_finding_id,
            sub_type, detection_method, product, port, protocol, vendor_finding_id
            """;

    static final int SHARED_COUNT = 26;

    private RecordColumns() {}

    /** Tenant, id and the shared columns of a row. */
    static CopyRows encode(CopyRows rows, int columns, int tenantId, RecordRow row) {
        var place = row.place();
        var content = row.content();
        var own = place.hostId().equals(place.assetId());
        rows.row(columns)
                .int4(tenantId)
                .uuid(row.id())
                .int4(place.connectionId())
                .uuidOrNull(own ? null : place.hostId())
                .uuid(place.assetId())
                .int8(row.said().keys().matchKey())
                .uuid(content.hash())
                .int8(content.vulnerabilityId())
                .int8(content.remediationId())
                .int8(content.createdRun())
                .int8(content.changedRun())
                .instant(content.changedAt())
                .instant(row.state().firstFound());
        return said(rows, row);
    }

    private static CopyRows said(CopyRows rows, RecordRow row) {
        var state = row.state();
        var said = row.said();
        return rows.instant(said.lastFound())
                .instant(state.fixedAt())
                .instant(state.reopenedAt())
                .instant(state.missingSince())
                .int2(state.status().code())
                .int2(said.severity())
                .flag(said.suppressed())
                .flag(state.expired())
                .text(said.words().externalId())
                .text(said.words().subType())
                .text(said.words().detectionMethod())
                .text(said.words().product())
                .int4OrNull(said.keys().port())
                .textOrNull(said.keys().protocol())
                .textOrNull(said.keys().vendorFindingId());
    }

    /** The id, then {@link #SHARED}, from the first column on. */
    static RecordRow read(ResultSet row) throws SQLException {
        var assetId = row.getObject(4, UUID.class);
        var hostId = row.getObject(3, UUID.class);
        return new RecordRow(
                row.getObject(1, UUID.class),
                new RecordRow.Place(row.getInt(2), hostId == null ? assetId : hostId, assetId),
                new RecordRow.Content(
                        row.getObject(6, UUID.class),
                        row.getTimestamp(11).toInstant(),
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(7),
                        row.getObject(8, Long.class)),
                new RecordRow.State(
                        FindingStatus.of(row.getInt(17)),
                        row.getBoolean(20),
                        instant(row.getTimestamp(16)),
                        row.getTimestamp(12).toInstant(),
                        instant(row.getTimestamp(14)),
                        instant(row.getTimestamp(15))),
                readSaid(row));
    }

    private static RecordRow.Said readSaid(ResultSet row) throws SQLException {
        return new RecordRow.Said(
                row.getInt(18),
                row.getBoolean(19),
                row.getTimestamp(13).toInstant(),
                new MappedFinding.Words(
                        row.getString(21), row.getString(22), row.getString(23), row.getString(24)),
                new MappedFinding.Keys(
                        row.getLong(5),
                        row.getObject(25, Integer.class),
                        row.getString(26),
                        row.getString(27)));
    }

    static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
