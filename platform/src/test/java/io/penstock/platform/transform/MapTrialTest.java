package io.penstock.platform.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.Transformed;
import io.penstock.core.transform.Transformed.Mapped;
import io.penstock.core.transform.Transformed.Rejected;
import io.penstock.core.transform.Tried;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class MapTrialTest {

    private final StreamPlan plan = HostileRecords.plan("vulnerabilities", 0);
    private final MapTrial trial = new MapTrial(plan);

    @Test
    void showsEveryStepOfARow() {
        var outcome =
                trial.of(
                        bytes(
                                """
                                {"id": "a_1", "aid": "a", "status": "open", "vulnerability_id": " CVE-1 ",
                                 "confidence": "sure", "cve": {"severity": "HIGH"},
                                 "remediation": {"entities": [{"action": "x"}, {"action": "x"}]}}
                                """));
        assertThat(outcome.recordKey()).isEqualTo("a_1");
        assertThat(outcome.hostKey()).isEqualTo("a");
        assertThat(outcome.result()).isInstanceOf(Mapped.class);
        var advice = row(outcome, TargetAttribute.RECOMMENDATION);
        assertThat(advice.found()).containsExactly("x", "x");
        assertThat(advice.steps())
                .containsExactly(
                        new Tried.Step("trim", List.of("x", "x")),
                        new Tried.Step("distinct", List.of("x")),
                        new Tried.Step("joinLines", List.of("x")));
        assertThat(row(outcome, TargetAttribute.FINDING_SUB_TYPE).outcome().warnings())
                .containsExactly("value 'sure' is not in the value map");
        assertThat(row(outcome, TargetAttribute.DETECTION_METHOD).steps())
                .last()
                .isEqualTo(new Tried.Step("default", List.of("CrowdStrike")));
    }

    @Test
    void saysWhyARecordWouldBeRejected() {
        assertThat(trial.of(bytes("{\"aid\": \"a\"}")).result())
                .isEqualTo(new Rejected("id", "the record has no id"));
        assertThat(trial.of(bytes("[1]")).result())
                .isEqualTo(new Rejected("record", "the record is not a JSON object"));
        assertThat(trial.of(bytes("{\"id\": 1} {}")).result())
                .isEqualTo(new Rejected("record", "the record goes on after its end"));
        assertThat(trial.of(new byte[PageRecords.RECORD_MAX + 1]).result())
                .isEqualTo(new Rejected("record", "the record has 8388609 bytes, at most 8388608"));
    }

    /** Both ways through a map must say the same of any record, or trying would mislead. */
    @Test
    void aTrialAndAPageSayTheSameOfEveryRecord() {
        var hostile = new HostileRecords();
        for (var i = 0; i < 2_000; i++) {
            var record = hostile.next();
            var page = new ArrayList<Transformed>();
            hostile.read(plan, List.of(record), page);
            var tried = trial.of(record).result();
            assertThat(verdict(tried))
                    .as("%s, record %d", hostile, i)
                    .isEqualTo(verdict(page.getFirst()));
        }
    }

    private static String verdict(Transformed result) {
        return switch (result) {
            case Mapped _ -> "mapped";
            case Rejected(var field, var reason) -> field + ": " + reason;
        };
    }

    private static Tried.Row row(MapTrial.Outcome outcome, TargetAttribute target) {
        return outcome.rows().stream().filter(r -> r.target() == target).findFirst().orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
