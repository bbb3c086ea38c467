package io.penstock.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.value.Shown;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

class OcsfRandomTest {

    private static final long SEED = Long.getLong("penstock.seed", 20_261_129L);
    private static final int RECORDS = Integer.getInteger("penstock.export.records", 3_000);

    @Test
    void anyFindingIsAValidEventWithItsTextsIntact() throws IOException {
        var schema = OcsfSchema.ofClass("vulnerability_finding");
        var records = new OcsfRecords(SEED, 100);
        for (var i = 0; i < RECORDS; i++) {
            var finding = records.finding();
            var out = new ByteArrayOutputStream();
            try (var writer = new OcsfFindings(out, OcsfSamples.FACTS)) {
                writer.write(finding);
            }
            var line = line(out);
            assertThat(schema.faults(line)).as("seed %d, record %d: %s", SEED, i, line).isEmpty();
            var event = JsonMapper.shared().readTree(line);
            assertThat(event.at("/finding_info/desc").asString(""))
                    .isEqualTo(Shown.clean(finding.vulnerability().description()));
            assertThat(event.at("/device/name").asString(""))
                    .isEqualTo(Shown.clean(finding.row().assetName()));
            assertThat(event.at("/unmapped/connection_name").asString(""))
                    .isEqualTo(Shown.clean(finding.origin().connectionName()));
        }
    }

    @Test
    void anyAssetIsAValidEventWithItsTextsIntact() throws IOException {
        var schema = OcsfSchema.ofClass("inventory_info");
        var records = new OcsfRecords(SEED + 1, 1);
        for (var i = 0; i < RECORDS; i++) {
            var asset = records.asset();
            var out = new ByteArrayOutputStream();
            try (var writer = new OcsfAssets(out, OcsfSamples.FACTS)) {
                writer.write(asset);
            }
            var line = line(out);
            assertThat(schema.faults(line)).as("seed %d, record %d: %s", SEED, i, line).isEmpty();
            var device = JsonMapper.shared().readTree(line).get("device");
            assertThat(device.path("name").asString("")).isEqualTo(Shown.clean(asset.row().name()));
            assertThat(device.at("/hw_info/serial_number").asString(""))
                    .isEqualTo(Shown.clean(asset.machine().serialNumber()));
        }
    }

    /** What was written, which is one line whatever the record holds. */
    private static String line(ByteArrayOutputStream out) {
        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.indexOf('\n')).isEqualTo(text.length() - 1);
        return text;
    }
}
