package io.penstock.platform.export;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.search.AssetExport;
import io.penstock.platform.search.ExportQuery;
import io.penstock.platform.search.ExportRun;
import io.penstock.platform.search.ExportStoppedException;
import io.penstock.platform.search.FindingExport;
import io.penstock.platform.search.QueryFields;
import io.penstock.platform.security.Tenants;
import io.penstock.query.QueryException;
import io.penstock.query.QueryFault;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;

/** Writes whole files. Safe from any thread. */
@Component
public class Exports {

    private final FindingExport findings;
    private final AssetExport assets;
    private final QueryFields fields;
    private final Tenants tenants;
    private final Clock clock;

    Exports(
            FindingExport findings,
            AssetExport assets,
            QueryFields fields,
            Tenants tenants,
            Clock clock) {
        this.findings = findings;
        this.assets = assets;
        this.fields = fields;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * Reads each text by itself, so that a position is one of that text.
     *
     * @param findingsField as the sender knows the text on findings
     * @throws QueryException naming the field
     */
    public void check(ExportQuery query, String findingsField, String assetsField) {
        check(findingsField, () -> fields.checkFindings(query.findings()));
        check(assetsField, () -> fields.checkAssets(query.assets()));
    }

    private static void check(String field, Runnable reading) {
        try {
            reading.run();
        } catch (QueryException e) {
            var fault = e.fault();
            var sentence = "In the field '" + field + "': " + fault.message();
            throw new QueryException(new QueryFault(fault.position(), sentence, fault.hint()));
        }
    }

    /**
     * Writes one file and flushes it. What was written before a failure does not end as a file
     * does, but may look like one to a reader who sees no failure: it must not be kept.
     *
     * @throws QueryException when a query cannot be read; before anything is read
     * @throws IOException when the stream fails
     * @throws ExportStoppedException when the run is stopped
     * @throws FaultException UNAVAILABLE when it takes too long
     */
    public void write(int tenantId, ExportOrder order, ExportRun run, OutputStream out)
            throws IOException {
        var facts = facts(tenantId);
        switch (order.kind()) {
            case FINDINGS -> {
                var writer = order.format().findings(out, facts);
                findings.each(tenantId, order.query(), run, writer::write);
                writer.close();
            }
            case ASSETS -> {
                var writer = order.format().assets(out, facts);
                assets.each(tenantId, order.query(), run, writer::write);
                writer.close();
            }
        }
    }

    private ExportFacts facts(int tenantId) {
        var version =
                Optional.ofNullable(Exports.class.getPackage().getImplementationVersion())
                        .orElse("development");
        return new ExportFacts(clock.instant(), version, tenants.name(tenantId));
    }
}
