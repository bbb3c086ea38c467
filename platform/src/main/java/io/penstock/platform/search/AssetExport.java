package io.penstock.platform.search;

import io.penstock.core.fault.FaultException;
import io.penstock.query.QueryException;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All assets of a query by name, with the memory of a few hundred. */
@Component
public class AssetExport {

    /** Assets whose sources and open findings are read together. */
    private static final int BATCH = 200;

    private static final String FROM = "from asset a where a.tenant_id = :tenant and ";

    private static final String HEAD =
            """
            select a.asset_id, a.name, lower(a.name) as folded, a.criticality, a.score,
                a.first_seen, a.last_seen, a.minimal, %s
            """
                    .formatted(MachineRows.COLUMNS);

    private static final String ORDER = " order by lower(a.name) using ~<~, a.asset_id";

    private final SnapshotReader snapshots;
    private final QueryFields fields;
    private final AssetDetails details;
    private final MachineRows machines;

    AssetExport(SnapshotReader snapshots, QueryFields fields, AssetDetails details) {
        this.snapshots = snapshots;
        this.fields = fields;
        this.details = details;
        this.machines = new MachineRows(details);
    }

    /** An asset whose sources and findings are still to be read. */
    private record Half(AssetRows.Plain plain, Machine machine) {}

    /**
     * @return how many there were
     * @throws QueryException when the query cannot be read; before anything is read
     * @throws IOException of the sink
     * @throws ExportStoppedException when the run is stopped
     * @throws FaultException UNAVAILABLE when it takes too long
     */
    public long each(int tenantId, ExportQuery query, ExportRun run, RecordSink<ExportedAsset> to)
            throws IOException {
        var compiled = fields.forAssets(query);
        var binds = compiled.bindsOf(tenantId);
        var from = FROM + compiled.sql();
        return snapshots.read(
                run,
                snapshot -> {
                    snapshot.countFirst(from, binds);
                    var batch = new ArrayList<Half>(BATCH);
                    snapshot.rows(
                            HEAD + from + ORDER,
                            binds,
                            row -> {
                                batch.add(new Half(AssetRows.plain(row, 1), machines.machine(row)));
                                if (batch.size() == BATCH) {
                                    handOver(tenantId, batch, snapshot, to);
                                }
                            });
                    handOver(tenantId, batch, snapshot, to);
                });
    }

    /** In the transaction of the snapshot, which the thread carries. */
    private void handOver(
            int tenantId, List<Half> batch, Snapshot snapshot, RecordSink<ExportedAsset> to) {
        var rows = details.complete(tenantId, batch.stream().map(Half::plain).toList());
        for (var i = 0; i < rows.size(); i++) {
            snapshot.handOver(new ExportedAsset(rows.get(i), batch.get(i).machine()), to);
        }
        batch.clear();
    }
}
