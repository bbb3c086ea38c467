package io.penstock.platform.search;

import static io.penstock.platform.search.FindingRows.text;
import static io.penstock.platform.search.FindingRows.time;
import static io.penstock.platform.search.FindingRows.timeOrNull;

import io.penstock.core.finding.FindingStatus;

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
                v.source_severity, v.cisa_kev, v.exploit_status, v.exprt_rating, c.vendor_name,
                c.name as connection_name, c.connection_uuid, f.external_finding_id, f.sub_type,
                f.detection_method, f.fixed_at, f.reopened_at, f.changed_at,
                made.run_uuid as created_uuid, changed.run_uuid as changed_uuid
            from finding f
            %s
            left join remediation r
                on r.tenant_id = f.tenant_id and r.remediation_id = f.remediation_id
            left join run made on made.tenant_id = f.tenant_id and made.run_id = f.created_run
            left join run changed
                on changed.tenant_id = f.tenant_id and changed.run_id = f.changed_run
            where f.tenant_id = :tenant and f.finding_id = :finding
            """
                    .formatted(FindingRows.COLUMNS, FindingRows.JOINS);

    private static final String EVENTS =
            """
            select e.happened_at, e.from_status, e.to_status, e.reason, run.run_uuid
            from finding_event e
            left join run on run.tenant_id = e.tenant_id and run.run_id = e.run_id
            where e.tenant_id = :tenant and e.finding_id = :finding
            order by e.event_id desc
            limit %d
            """
                    .formatted(FindingDetail.EVENTS_MAX);

    private final InventoryReader reader;

    FindingDetails(InventoryReader reader) {
        this.reader = reader;
    }

    Optional<FindingDetail> get(int tenantId, UUID findingId) {
        var binds = Map.of("tenant", tenantId, "finding", findingId);
        var events = reader.rows(EVENTS, binds, (row, _) -> event(row)).reversed();
        return reader.rows(ONE, binds, (row, _) -> detail(row, events)).stream().findFirst();
    }

    private static FindingDetail detail(ResultSet row, List<FindingDetail.Event> events)
            throws SQLException {
        return new FindingDetail(
                FindingRows.row(row, 1), vulnerability(row), origin(row), history(row), events);
    }

    private static FindingDetail.Vulnerability vulnerability(ResultSet row) throws SQLException {
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

    private static FindingDetail.Origin origin(ResultSet row) throws SQLException {
        return new FindingDetail.Origin(
                row.getString("vendor_name"),
                row.getString("connection_name"),
                row.getObject("connection_uuid", UUID.class),
                row.getString("external_finding_id"),
                row.getString("sub_type"),
                row.getString("detection_method"));
    }

    private static FindingDetail.History history(ResultSet row) throws SQLException {
        return new FindingDetail.History(
                timeOrNull(row, "fixed_at"),
                timeOrNull(row, "reopened_at"),
                time(row, "changed_at"),
                row.getObject("created_uuid", UUID.class),
                row.getObject("changed_uuid", UUID.class));
    }

    private static FindingDetail.Event event(ResultSet row) throws SQLException {
        return new FindingDetail.Event(
                time(row, "happened_at"),
                status(row.getInt("from_status")),
                status(row.getInt("to_status")),
                row.getString("reason"),
                row.getObject("run_uuid", UUID.class));
    }

    private static String status(int code) {
        return FindingStatus.of(code).name();
    }
}
