package io.penstock.platform.export;

import io.penstock.platform.search.ExportedFinding;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Findings as OCSF's vulnerability findings, class 2002: one JSON object a line. Where each member
 * comes from stands in {@code docs/operations/standards.md}.
 */
public final class OcsfFindings implements RecordWriter<ExportedFinding> {

    private final OcsfLines lines;

    public OcsfFindings(OutputStream out, ExportFacts facts) {
        this.lines = new OcsfLines(out, facts);
    }

    @Override
    public void write(ExportedFinding finding) throws IOException {
        lines.write(() -> event(finding));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void event(ExportedFinding finding) {
        var json = lines.json();
        var row = finding.row();
        var device = new OcsfDevice(row.assetId(), row.assetName(), finding.machine());
        var vulnerability = new OcsfVulnerability(finding);
        state(finding);
        // The schema says: when the finding was first made, whatever has become of it.
        lines.time(row.firstFound());
        json.millis("start_time", row.firstFound());
        json.millis("end_time", row.lastFound());
        metadata(finding, device);
        info(finding);
        vulnerability.write(json);
        device.write(json, null);
        device.resource(json);
        device.cloud(json);
        vulnerability.enrichments(json);
        json.object("unmapped");
        vulnerability.unmapped(json);
        device.unmapped(json);
        unmapped(finding);
        json.end();
    }

    private void state(ExportedFinding finding) {
        var json = lines.json();
        var row = finding.row();
        var state = OcsfFindingState.of(finding);
        lines.kind(OcsfClass.VULNERABILITY_FINDING, state.activity(), state.activityName());
        OcsfSeverity.write(json, row.severity());
        json.number("status_id", (long) state.status());
        json.text("status", state.statusName());
        json.text("status_code", row.status());
        if (!finding.origin().subType().isEmpty()) {
            json.number("confidence_id", 99L);
            json.text("confidence", finding.origin().subType());
        }
        json.number("risk_score", row.score());
    }

    /** The same state of the same finding has the same uid, whenever it is exported. */
    private void metadata(ExportedFinding finding, OcsfDevice device) {
        var changedAt = finding.times().changedAt();
        lines.metadata(
                finding.row().id() + "@" + changedAt.toEpochMilli(),
                changedAt,
                device.inCloud() ? List.of("cloud") : List.of());
    }

    private void info(ExportedFinding finding) {
        var json = lines.json();
        var row = finding.row();
        json.object("finding_info");
        json.text("uid", row.id().toString());
        json.text("uid_alt", finding.origin().externalFindingId());
        json.text("title", row.title());
        json.text("desc", finding.vulnerability().description());
        json.millis("first_seen_time", row.firstFound());
        json.millis("last_seen_time", row.lastFound());
        json.millis("modified_time", finding.times().changedAt());
        json.texts("data_sources", List.of(finding.origin().detectionMethod()));
        product(finding);
        json.end();
    }

    /** The schema takes no product without a name. */
    private void product(ExportedFinding finding) {
        var name = finding.row().vendorProductName();
        if (name.isEmpty()) {
            return;
        }
        var json = lines.json();
        json.object("product");
        json.text("name", name);
        json.text("vendor_name", finding.origin().vendorName());
        json.end();
    }

    private void unmapped(ExportedFinding finding) {
        var json = lines.json();
        var origin = finding.origin();
        var times = finding.times();
        json.text("connection_name", origin.connectionName());
        json.text("connection_uid", origin.connectionUuid().toString());
        json.number("port", origin.port());
        json.text("protocol", origin.protocol());
        json.millis("fixed_time", times.fixedAt());
        json.millis("reopened_time", times.reopenedAt());
        json.millis("missing_since_time", times.missingSince());
        json.flag("suppressed", finding.row().suppressed());
        json.flag("expired", finding.row().expired());
        decision(finding);
    }

    private void decision(ExportedFinding finding) {
        var decision = finding.context().decision();
        if (decision == null) {
            return;
        }
        var json = lines.json();
        json.object("decision");
        json.text("kind", decision.kind());
        json.text("reason", decision.reason());
        json.millis("decided_time", decision.decidedAt());
        json.millis("until_time", decision.until());
        json.end();
    }
}
