package io.penstock.platform.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.penstock.core.schema.SourceModel;
import io.penstock.core.transform.MapCheck;
import io.penstock.core.transform.MapDraft;
import io.penstock.core.transform.MapFault;
import io.penstock.core.transform.TransformMap;
import io.penstock.fuzz.Cost;
import io.penstock.source.StreamSpec;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The file of a transform map, from any text to rows that run. */
class MapFuzzTest {

    private static final List<StreamSpec> STREAMS = FuzzPlans.connector().streams();
    private static final SourceModel MODEL = ModelJson.of(FuzzPlans.connector()).getFirst();
    private static final MapCheck CHECK = new MapCheck(new LinearPatterns());
    private static final byte[] RECORD =
            """
            {"id": "i", "aid": "a", "cid": "c", "a": ["x", " y ", "2024-04-22", "10.0.0.7", "5"],
             "status": "open", "hostname": "web-1", "cve": {"id": "CVE-2024-1", "base_score": 8.8,
             "severity": "HIGH", "vector": "CVSS:3.1/AV:N"}}
            """
                    .strip()
                    .getBytes(StandardCharsets.UTF_8);

    /** A file is a map or has faults; a map without errors runs, and is written as it was read. */
    @FuzzTest(maxDuration = "2m")
    void anyFileIsAMapOrHasFaults(byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8);
        Cost.bounded(
                file.length,
                () -> {
                    var parsed = MapJson.parse(text);
                    checkFaults(parsed.faults());
                    if (parsed.draft().isEmpty()) {
                        assertThat(parsed.faults()).isNotEmpty();
                        return;
                    }
                    check(parsed.draft().get());
                });
    }

    private static void check(MapDraft draft) {
        checkFaults(CHECK.check(draft, MODEL).faults());
        var checked = CHECK.check(draft);
        checkFaults(checked.faults());
        checked.map().ifPresent(MapFuzzTest::run);
    }

    private static void run(TransformMap map) {
        for (var stream : STREAMS) {
            assertThat(new MapTrial(new StreamPlan(stream, map)).of(RECORD).result()).isNotNull();
        }
        var printed = MapPrinter.print(map);
        assertThat(MapPrinter.print(MapJson.stored(printed))).isEqualTo(printed);
    }

    private static void checkFaults(List<MapFault> faults) {
        for (var fault : faults) {
            assertThat(fault.row()).isNotNegative();
            assertThat(fault.sentence()).isNotBlank();
        }
    }
}
