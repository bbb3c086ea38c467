package io.penstock.platform.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.penstock.core.transform.RecordValues;
import io.penstock.core.transform.Transformed.Mapped;
import io.penstock.core.transform.Transformed.Rejected;
import io.penstock.core.value.Shown;
import io.penstock.fuzz.Cost;

import java.util.ArrayList;
import java.util.List;

/** One record of any bytes: the scanner beside the parser, and every function on its values. */
class RecordFuzzTest {

    private static final StreamPlan PLAN = FuzzPlans.everyFunction();

    private final RecordScanner scanner = new RecordScanner(PLAN.map().projection());
    private final RecordReader reader = new RecordReader(PLAN.map().projection());
    private final RecordValues scanned = new RecordValues(PLAN.map().projection());
    private final RecordValues parsed = new RecordValues(PLAN.map().projection());
    private final MapTrial trial = new MapTrial(PLAN);

    /** What the scanner takes, the parser takes too, and finds the same values. */
    @FuzzTest(maxDuration = "2m")
    void theScannerSaysWhatTheParserSays(byte[] record) {
        Cost.bounded(
                record.length,
                () -> {
                    var length = scanner.read(record, 0, record.length, scanned);
                    if (length >= 0) {
                        assertThat(reader.parse(record, 0, length, parsed)).isEmpty();
                        assertThat(shown(scanned)).isEqualTo(shown(parsed));
                    }
                });
    }

    /** Any record is mapped or rejected with a reason, whatever functions its values go through. */
    @FuzzTest(maxDuration = "2m")
    void anyRecordIsMappedOrRejected(byte[] record) {
        Cost.bounded(
                record.length,
                () -> {
                    switch (trial.of(record).result()) {
                        case Rejected(var field, var reason) -> {
                            assertThat(field).isNotBlank();
                            assertThat(reason).isNotBlank().isEqualTo(Shown.clean(reason));
                        }
                        case Mapped(var target, var warnings) -> {
                            assertThat(target).isNotNull();
                            assertThat(warnings).hasSizeLessThanOrEqualTo(50);
                        }
                    }
                });
    }

    private static List<List<String>> shown(RecordValues values) {
        var all = new ArrayList<List<String>>();
        for (var slot = 0; slot < PLAN.map().projection().slots(); slot++) {
            all.add(values.all(slot));
        }
        return all;
    }
}
