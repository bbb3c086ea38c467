package io.penstock.platform.search;

import static io.penstock.platform.search.FindingRows.text;
import static io.penstock.platform.search.FindingRows.time;
import static io.penstock.platform.search.FindingRows.timeOrNull;

import io.penstock.core.finding.FindingStatus;
import io.penstock.core.finding.Word;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads one finding with everything that hangs on it. */
@Component
class FindingDetails {

    private static final String ONE =
            """
            select %s, v.description, r.recommendation, v.cvss2_base, v.cvss3_base, v.cvss4_base,
                v.source_severity, %s as cisa_kev, v.exploit_status, v.exprt_rating, c.vendor_name,
                c.name as connection_name, c.connection_uuid, f.external_finding_id, f.sub_type,
                f.detection_method, f.fixed_at, f.reopened_at, f.missing_since, f.changed_at,
                f.vendor_finding_id, f.port, f.protocol,
                made.run_uuid as created_uuid, changed.run_uuid as changed_uuid,
                host.missing_since as host_gone_since,
                exists (select from finding_event e join source_finding s
                    on s.tenant_id = e.tenant_id and s.record_id = e.finding_id
                    where s.tenant_id = f.tenant_id and s.finding_id = f.finding_id and e.held)
                    as closing_held
            from finding f
            %s
            left join remediation r
                on r.tenant_id = f.tenant_id and r.remediation_id = f.remediation_id
            left join asset_source host on host.tenant_id = f.tenant_id
                and host.host_id = coalesce(f.host_id, f.asset_id)
            left join run made on made.tenant_id = f.tenant_id and made.run_id = f.created_run
            left join run changed
                on changed.tenant_id = f.tenant_id and changed.run_id = f.changed_run
            where f.tenant_id = :tenant and f.finding_id = :finding
            """
                    .formatted(FindingRows.COLUMNS, RiskFields.KEV, FindingRows.JOINS);

    /** Records keep their ids when they come together: any of them leads to the finding. */
    private static final String FINDING =
            """
            select finding_id from finding where tenant_id = :tenant and finding_id = :finding
            union all
            select finding_id from finding_record
            where tenant_id = :tenant and record_id = :finding
            limit 1
            """;

    private static final String SOURCES =
            """
            select s.record_id, c.product_name, c.name as connection_name, c.connection_uuid,
                s.external_finding_id, s.vendor_finding_id, s.status, s.severity, s.first_found,
                s.last_found, s.fixed_at, s.reopened_at, s.missing_since
            from source_finding s
            join connection c on c.tenant_id = s.tenant_id and c.connection_id = s.connection_id
            where s.tenant_id = :tenant and s.finding_id = :finding
            order by s.last_found desc, c.trust, s.record_id
            limit %d
            """
                    .formatted(FindingDetail.SOURCES_MAX);

    /** Words that moved a record's status, showed that it was not reported, or may not close it. */
    private static final String EVENTS =
            """
            select e.happened_at, e.held, e.rejected, e.from_status, e.to_status, e.reason, e.finding_id, run.run_uuid
            from finding_event e
            left join run on run.tenant_id = e.tenant_id and run.run_id = e.run_id
            where e.tenant_id = :tenant and e.finding_id in (:records)
              and (e.from_status <> e.to_status
                  or e.from_status is not null and e.word in (5, 6, 7) or e.held or e.rejected)
            order by e.happened_at desc, e.event_id desc
            limit %d
            """
                    .formatted(FindingDetail.EVENTS_MAX);

    private final InventoryReader reader;

    FindingDetails(InventoryReader reader) {
        this.reader = reader;
    }

    /**
     * @param id of a finding or of one of its records
     */
    Optional<FindingDetail> get(int tenantId, UUID id) {
        var named = Map.of("tenant", tenantId, "finding", id);
        return reader.rows(FINDING, named, (row, _) -> row.getObject(1, UUID.class)).stream()
                .findFirst()
                .flatMap(finding -> read(tenantId, finding));
    }

    private Optional<FindingDetail> read(int tenantId, UUID findingId) {
        var binds = Map.of("tenant", tenantId, "finding", findingId);
        var sources = reader.rows(SOURCES, binds, (row, _) -> source(row));
        var records = sources.stream().map(FindingDetail.Source::recordId).toList();
        if (records.isEmpty()) {
            return Optional.empty();
        }
        var ofRecords = Map.of("tenant", tenantId, "records", records);
        var events = reader.rows(EVENTS, ofRecords, (row, _) -> event(row)).reversed();
        return reader.rows(ONE, binds, (row, _) -> detail(row, sources, events)).stream()
                .findFirst();
    }

    private static FindingDetail detail(
            ResultSet row, List<FindingDetail.Source> sources, List<FindingDetail.Event> events)
            throws SQLException {
        return new FindingDetail(
                FindingRows.row(row, 1),
                vulnerability(row),
                origin(row),
                history(row),
                new FindingDetail.Presence(
                        timeOrNull(row, "host_gone_since"), row.getBoolean("closing_held")),
                sources,
                events);
    }

    private static FindingDetail.Source source(ResultSet row) throws SQLException {
        return new FindingDetail.Source(
                row.getObject("record_id", UUID.class),
                row.getString("product_name"),
                row.getString("connection_name"),
                row.getObject("connection_uuid", UUID.class),
                row.getString("external_finding_id"),
                text(row, "vendor_finding_id"),
                status(row.getInt("status")),
                row.getInt("severity"),
                time(row, "first_found"),
                time(row, "last_found"),
                timeOrNull(row, "fixed_at"),
                timeOrNull(row, "reopened_at"),
                timeOrNull(row, "missing_since"));
    }

    static FindingDetail.Vulnerability vulnerability(ResultSet row) throws SQLException {
        return new FindingDetail.Vulnerability(
                text(row, "description"),
                text(row, "recommendation"),
                row.getBigDecimal("cvss2_base"),
                row.getBigDecimal("cvss3_base"),
                row.getBigDecimal("cvss4_base"),
                text(row, "source_severity"),
                row.getBoolean("cisa_kev"),
                row.getObject("exploit_status", Integer.class),
                text(row, "exprt_rating"));
    }

    static FindingDetail.Origin origin(ResultSet row) throws SQLException {
        return new FindingDetail.Origin(
                row.getString("vendor_name"),
                row.getString("connection_name"),
                row.getObject("connection_uuid", UUID.class),
                row.getString("external_finding_id"),
                row.getString("sub_type"),
                row.getString("detection_method"),
                text(row, "vendor_finding_id"),
                row.getObject("port", Integer.class),
                text(row, "protocol"));
    }

    private static FindingDetail.History history(ResultSet row) throws SQLException {
        return new FindingDetail.History(
                timeOrNull(row, "fixed_at"),
                timeOrNull(row, "reopened_at"),
                timeOrNull(row, "missing_since"),
                time(row, "changed_at"),
                row.getObject("created_uuid", UUID.class),
                row.getObject("changed_uuid", UUID.class));
    }

    private static FindingDetail.Event event(ResultSet row) throws SQLException {
        return new FindingDetail.Event(
                time(row, "happened_at"),
                standing(row).name(),
                statusOrNull(row, "from_status"),
                statusOrNull(row, "to_status"),
                row.getString("reason"),
                row.getObject("finding_id", UUID.class),
                row.getObject("run_uuid", UUID.class));
    }

    private static Word.Standing standing(ResultSet row) throws SQLException {
        if (row.getBoolean("held")) {
            return Word.Standing.HELD;
        }
        return row.getBoolean("rejected") ? Word.Standing.REJECTED : Word.Standing.COUNTS;
    }

    private static @Nullable String statusOrNull(ResultSet row, String column) throws SQLException {
        var code = row.getInt(column);
        return row.wasNull() ? null : status(code);
    }

    private static String status(int code) {
        return FindingStatus.of(code).name();
    }
}
