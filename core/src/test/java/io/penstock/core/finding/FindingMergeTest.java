package io.penstock.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.finding.SourceRecord.Port;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class FindingMergeTest {

    private static final long CVE = 11;
    private static final long TITLE = 10;
    private static final Instant MARCH = Instant.parse("2024-03-01T00:00:00Z");

    /** The official worked example (etm 5.8). */
    @Test
    void twoSourcesOfOneCveAreOneFinding() {
        var t = record(1, 100, Port.NONE, 1, 8);
        var v = record(2, 100, Port.NONE, 3, 5);
        var finding = one(FindingMerge.of(CVE, List.of(v, t)));
        assertThat(finding.findingId()).isEqualTo(t.id());
        assertThat(finding.records()).containsExactly(t.id(), v.id());
        assertThat(finding.speaker()).isEqualTo(t.id());
        assertThat(finding.firstFound()).isEqualTo(march(1));
        assertThat(finding.lastFound()).isEqualTo(march(8));
    }

    @Test
    void ofRecordsFoundAtTheSameTimeTheMoreTrustedOneCounts() {
        var trusted = record(2, 10, Port.NONE, 2, 5);
        var other = record(1, 100, Port.NONE, 1, 5);
        assertThat(one(FindingMerge.of(CVE, List.of(other, trusted))).speaker())
                .isEqualTo(trusted.id());
    }

    @Test
    void marksCountOnlyWhenAllSourcesSayThem() {
        var marked =
                new SourceRecord(id(1), 100, Port.NONE, march(1), march(2), true, true, march(20));
        var also =
                new SourceRecord(id(2), 100, Port.NONE, march(1), march(2), true, true, march(21));
        var plain = record(3, 100, Port.NONE, 1, 2);
        var all = one(FindingMerge.of(CVE, List.of(marked, also)));
        assertThat(all.suppressed()).isTrue();
        assertThat(all.expired()).isTrue();
        assertThat(all.missingSince()).isEqualTo(march(21));
        var some = one(FindingMerge.of(CVE, List.of(marked, plain)));
        assertThat(some.suppressed()).isFalse();
        assertThat(some.expired()).isFalse();
        assertThat(some.missingSince()).isNull();
    }

    @Test
    void differentPortsOfACveAreDifferentFindings() {
        var records =
                List.of(
                        record(1, 100, port(443, "tcp"), 1, 2),
                        record(2, 100, port(443, "udp"), 1, 2),
                        record(3, 100, port(22, null), 1, 2));
        assertThat(FindingMerge.of(CVE, records)).hasSize(3);
        assertThat(FindingMerge.of(TITLE, records)).hasSize(1);
    }

    @Test
    void aRecordWithoutAPortJoinsTheOnlyPortThereIs() {
        var https = record(1, 100, port(443, "tcp"), 1, 2);
        var unsaid = record(2, 100, Port.NONE, 1, 2);
        assertThat(FindingMerge.of(CVE, List.of(https, unsaid))).hasSize(1);
        var ssh = record(3, 100, port(22, "tcp"), 1, 2);
        assertThat(FindingMerge.of(CVE, List.of(https, unsaid, ssh))).hasSize(3);
    }

    @Test
    void aRecordWithoutAProtocolJoinsTheOnlyOneOfItsPort() {
        var tcp = record(1, 100, port(443, "tcp"), 1, 2);
        var unsaid = record(2, 100, port(443, null), 1, 2);
        var nothing = record(3, 100, Port.NONE, 1, 2);
        assertThat(FindingMerge.of(CVE, List.of(tcp, unsaid, nothing))).hasSize(1);
        var udp = record(4, 100, port(443, "udp"), 1, 2);
        assertThat(FindingMerge.of(CVE, List.of(tcp, unsaid, nothing, udp))).hasSize(4);
    }

    @Test
    void theOrderOfTheRecordsDoesNotMatter() {
        var random = new Random(8);
        for (var round = 0; round < 2_000; round++) {
            var records = new ArrayList<SourceRecord>();
            for (var i = random.nextInt(7); i >= 0; i--) {
                records.add(random(i, random));
            }
            var expected = FindingMerge.of(CVE, records);
            Collections.shuffle(records, random);
            assertThat(FindingMerge.of(CVE, records)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(expected.stream().flatMap(f -> f.records().stream()))
                    .hasSameSizeAs(records)
                    .doesNotHaveDuplicates();
        }
    }

    private static SourceRecord random(int number, Random random) {
        var port = random.nextBoolean() ? null : 400 + random.nextInt(2);
        var protocol = random.nextBoolean() ? null : random.nextBoolean() ? "tcp" : "udp";
        var first = 1 + random.nextInt(3);
        return record(
                number,
                random.nextInt(2),
                new Port(port, protocol),
                first,
                first + random.nextInt(3));
    }

    private static FindingMerge one(List<FindingMerge> findings) {
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private static SourceRecord record(int number, int trust, Port port, int first, int last) {
        return new SourceRecord(
                id(number), trust, port, march(first), march(last), false, false, null);
    }

    private static Port port(int number, @Nullable String protocol) {
        return new Port(number, protocol);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static Instant march(int day) {
        return MARCH.plus(Duration.ofDays(day - 1));
    }
}
