package io.penstock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.transform.MapCheck;
import io.penstock.core.transform.TransformMap;
import io.penstock.core.transform.Transformed.Mapped;
import io.penstock.core.transform.Transformed.Rejected;
import io.penstock.core.transform.Tried;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.transform.LinearPatterns;
import io.penstock.platform.transform.MapJson;
import io.penstock.platform.transform.MapTrial;
import io.penstock.platform.transform.ModelJson;
import io.penstock.platform.transform.StreamPlan;
import io.penstock.source.SourceDescriptor;
import io.penstock.testkit.GoldenFile;
import io.penstock.testkit.SourceTree;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Rows S-091 to S-109 under both system maps, with the records of a real tenant. */
class MapRowsTest {

    private static final String SAMPLES =
            "vendors/crowdstrike/source/src/test/resources/falcon-samples/";
    private static final List<String> FINDINGS =
            List.of(
                    "01-spotlight-combined-5-of-5-after-still-set.json",
                    "02-spotlight-combined-1-of-1-kev-after-empty.json");
    private static final String HOSTS = "06-discover-hosts-unmanaged.json";

    private final SourceDescriptor connector =
            new Catalogue()
                    .connectors().stream()
                            .filter(c -> c.key().equals("crowdstrike-onprem"))
                            .findFirst()
                            .orElseThrow();

    @Test
    void recordedRecordsGiveTheValuesOfEveryRow() throws IOException {
        var text = new StringBuilder();
        for (var json : connector.transformMaps()) {
            var map = map(json);
            text.append("map ").append(map.name()).append(' ').append(map.version()).append('\n');
            append(text, map, "hosts", records(HOSTS));
            for (var file : FINDINGS) {
                append(text, map, "vulnerabilities", records(file));
            }
        }
        GoldenFile.named("map-rows.txt").assertMatches(text.toString());
    }

    private void append(
            StringBuilder text, TransformMap map, String stream, List<JsonNode> records) {
        var spec =
                connector.streams().stream()
                        .filter(s -> s.name().text().equals(stream))
                        .findFirst()
                        .orElseThrow();
        var trial = new MapTrial(new StreamPlan(spec, map));
        for (var record : records) {
            var outcome = trial.of(record.toString().getBytes(StandardCharsets.UTF_8));
            text.append("  ").append(stream).append(' ').append(outcome.recordKey()).append('\n');
            outcome.rows().forEach(row -> append(text, row));
            text.append("    = ").append(verdict(outcome)).append('\n');
        }
    }

    private static void append(StringBuilder text, Tried.Row row) {
        text.append("    ").append(row.target().key()).append(": ");
        text.append(row.source()).append(" ").append(row.found()).append(" → ");
        text.append(row.outcome().value());
        row.outcome().warnings().forEach(w -> text.append(" (").append(w).append(')'));
        text.append(row.outcome().refusal() == null ? "" : " ! " + row.outcome().refusal());
        text.append('\n');
    }

    private static String verdict(MapTrial.Outcome outcome) {
        return switch (outcome.result()) {
            case Mapped _ -> "mapped";
            case Rejected(var field, var reason) -> "rejected, " + field + ": " + reason;
        };
    }

    private TransformMap map(String json) {
        var parsed = MapJson.parse(json);
        assertThat(parsed.faults()).isEmpty();
        var model = ModelJson.of(connector).getFirst();
        return new MapCheck(new LinearPatterns())
                .check(parsed.draft().orElseThrow(), model)
                .map()
                .orElseThrow();
    }

    private static List<JsonNode> records(String file) throws IOException {
        var page =
                JsonMapper.shared()
                        .readTree(Files.readString(SourceTree.root().resolve(SAMPLES + file)));
        return new ArrayList<>(page.path("resources").values());
    }
}
