package io.penstock.platform.export;

import io.penstock.platform.search.AssetRow;
import io.penstock.platform.search.ExportedAsset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Assets as OCSF's device inventory, class 5001: one JSON object a line. Where each member comes
 * from stands in {@code docs/operations/standards.md}.
 */
public final class OcsfAssets implements RecordWriter<ExportedAsset> {

    private final OcsfLines lines;

    public OcsfAssets(OutputStream out, ExportFacts facts) {
        this.lines = new OcsfLines(out, facts);
    }

    @Override
    public void write(ExportedAsset asset) throws IOException {
        lines.write(() -> event(asset));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void event(ExportedAsset asset) {
        var json = lines.json();
        var row = asset.row();
        var device = new OcsfDevice(row.id(), row.name(), asset.machine());
        lines.kind(OcsfClass.DEVICE_INVENTORY, 2, "Collect");
        OcsfSeverity.write(json, 1);
        lines.time(row.lastSeen());
        json.millis("start_time", row.firstSeen());
        json.millis("end_time", row.lastSeen());
        lines.metadata("", null, device.inCloud() ? List.of("cloud") : List.of());
        device.write(json, row);
        device.cloud(json);
        json.object("unmapped");
        device.unmapped(json);
        unmapped(row);
        json.end();
    }

    private void unmapped(AssetRow row) {
        var json = lines.json();
        json.texts("sources", row.sources());
        json.number("criticality", (long) row.criticality());
        json.flag("minimal", row.minimal());
        json.object("open_findings_by_severity");
        row.openBySeverity().forEach((severity, count) -> json.number("" + severity, count));
        json.end();
    }
}
