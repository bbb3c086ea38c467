package io.penstock.platform.search;

import static io.penstock.platform.search.FindingRows.time;
import static io.penstock.platform.search.FindingRows.timeOrNull;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.acceptance.AcceptanceSql;
import io.penstock.query.QueryException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** All findings of a query, worst first, with the memory of a few hundred. */
@Component
public class FindingExport {

    /**
     * Only what stands in the finding itself is sorted, when its index does not give the order. The
     * neighbours are looked up afterwards row by row: {@code offset 0} keeps the planner from
     * joining them by hash and sorting the whole, descriptions included, once more.
     */
    private static final String HEAD =
            """
            select %s, v.description, r.recommendation, v.cvss2_base, v.cvss3_base, v.cvss4_base,
                v.source_severity, v.cisa_kev, v.exploit_status, v.exprt_rating, c.vendor_name,
                c.connection_name, c.connection_uuid, f.external_finding_id, f.sub_type,
                f.detection_method, f.fixed_at, f.reopened_at, f.missing_since, f.changed_at,
                f.vendor_finding_id, f.port, f.protocol, e.probability, e.percentile, e.model_date,
                x.kind, x.reason, x.created_at, x.until, %s
            from (
                select f.tenant_id, f.connection_id, f.finding_id, f.asset_id, f.vulnerability_id,
                    f.remediation_id, f.severity, f.status, f.first_found, f.last_found, f.product,
                    f.suppressed, f.expired, f.external_finding_id, f.sub_type, f.detection_method,
                    f.fixed_at, f.reopened_at, f.missing_since, f.changed_at, f.vendor_finding_id,
                    f.port, f.protocol
            """
                    .formatted(FindingRows.COLUMNS, MachineRows.COLUMNS);

    private static final String TAIL =
            """
                order by %1$s
            ) f
            cross join lateral (
                select c.product_name, c.vendor_name, c.name as connection_name, c.connection_uuid
                from connection c
                where c.tenant_id = f.tenant_id and c.connection_id = f.connection_id offset 0
            ) c
            left join lateral (
                select v.name, v.cve_id, v.score, v.description, v.cvss2_base, v.cvss3_base,
                    v.cvss4_base, v.source_severity, %2$s as cisa_kev, v.exploit_status,
                    v.exprt_rating
                from vulnerability v
                where v.tenant_id = f.tenant_id and v.vulnerability_id = f.vulnerability_id offset 0
            ) v on true
            left join lateral (
                select r.recommendation from remediation r
                where r.tenant_id = f.tenant_id and r.remediation_id = f.remediation_id offset 0
            ) r on true
            left join lateral (
                select a.name, %3$s
                from asset a
                where a.tenant_id = f.tenant_id and a.asset_id = f.asset_id offset 0
            ) a on true
            left join lateral (
                select e.probability, e.percentile, e.model_date
                from epss e
                where e.tenant_id = f.tenant_id and e.cve_id = v.cve_id offset 0
            ) e on true
            left join lateral (%4$s) x on true
            order by %1$s
            """
                    .formatted(
                            FindingOrder.WORST_FIRST.clause(),
                            RiskFields.KEV,
                            MachineRows.COLUMNS,
                            AcceptanceSql.STRONGEST);

    private final SnapshotReader snapshots;
    private final QueryFields fields;
    private final MachineRows machines;

    FindingExport(SnapshotReader snapshots, QueryFields fields, AssetDetails details) {
        this.snapshots = snapshots;
        this.fields = fields;
        this.machines = new MachineRows(details);
    }

    /**
     * @return how many there were
     * @throws QueryException when the query cannot be read; before anything is read
     * @throws IOException of the sink
     * @throws ExportStoppedException when the run is stopped
     * @throws FaultException UNAVAILABLE when it takes too long
     */
    public long each(int tenantId, ExportQuery query, ExportRun run, RecordSink<ExportedFinding> to)
            throws IOException {
        var compiled = fields.forFindings(query);
        var binds = compiled.bindsOf(tenantId);
        var from = "from " + FindingSql.matching(compiled.sql());
        return snapshots.read(
                run,
                snapshot -> {
                    snapshot.countFirst(from, binds);
                    snapshot.rows(
                            HEAD + from + TAIL, binds, row -> snapshot.handOver(finding(row), to));
                });
    }

    private ExportedFinding finding(ResultSet row) throws SQLException {
        return new ExportedFinding(
                FindingRows.row(row, 1),
                FindingDetails.vulnerability(row),
                FindingDetails.origin(row),
                new ExportedFinding.Times(
                        timeOrNull(row, "fixed_at"),
                        timeOrNull(row, "reopened_at"),
                        timeOrNull(row, "missing_since"),
                        time(row, "changed_at")),
                machines.machine(row),
                new ExportedFinding.Context(epss(row), decision(row)));
    }

    private static ExportedFinding.@Nullable Epss epss(ResultSet row) throws SQLException {
        var probability = row.getBigDecimal("probability");
        return probability == null
                ? null
                : new ExportedFinding.Epss(
                        probability,
                        row.getBigDecimal("percentile"),
                        row.getObject("model_date", LocalDate.class));
    }

    private static ExportedFinding.@Nullable Decision decision(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return kind == null
                ? null
                : new ExportedFinding.Decision(
                        kind, row.getString("reason"), time(row, "created_at"), time(row, "until"));
    }
}
