package io.penstock.platform.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.RecordValues;
import io.penstock.core.transform.TargetRecord;
import io.penstock.core.transform.Transformed;
import io.penstock.core.transform.Transformed.Mapped;
import io.penstock.core.transform.Transformed.Rejected;
import io.penstock.core.value.Shown;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** Whatever a vendor sends, each record is mapped or refused, and no record stops another. */
@Isolated("looks at the memory of all")
class HostileRecordsTest {

    /** Pages of fifty records for each map and stream; more are a matter of patience. */
    private static final int PAGES = Integer.getInteger("hostile.pages", 40);

    @ParameterizedTest
    @CsvSource({"hosts, 0", "hosts, 1", "vulnerabilities, 0", "vulnerabilities, 1"})
    void everyRecordIsMappedOrRejectedWithAReason(String stream, int map) {
        var plan = HostileRecords.plan(stream, map);
        var hostile = new HostileRecords();
        for (var page = 0; page < PAGES; page++) {
            var records = new ArrayList<byte[]>();
            Collections.addAll(records, hostile.next(), hostile.next(), hostile.next());
            while (records.size() < 50) {
                records.add(hostile.next());
            }
            var results = new ArrayList<Transformed>();
            hostile.read(plan, records, results);
            assertThat(results).as("%s", hostile).hasSize(50).allSatisfy(this::isFitToBeStored);
        }
    }

    @Test
    void theWorkersMappingTakesThemToo() {
        var hosts = new HostMapping(HostileRecords.plan("hosts", 0), UUID.randomUUID());
        var findings =
                new FindingMapping(HostileRecords.plan("vulnerabilities", 0), UUID.randomUUID());
        var hostile = new HostileRecords();
        for (var page = 0; page < 40; page++) {
            var records = new ArrayList<byte[]>();
            while (records.size() < 25) {
                records.add(hostile.next());
            }
            var body = HostileRecords.page(records);
            read("hosts", body, hosts);
            read("vulnerabilities", body, findings);
        }
        assertThat(hosts.hosts().size() + hosts.rejected().size())
                .as("%s", hostile)
                .isEqualTo(1_000);
        assertThat(findings.page().findings().size() + findings.page().rejected().size())
                .as("%s", hostile)
                .isEqualTo(1_000);
    }

    @Test
    void aRecordOfTwoHundredMegabytesIsRefusedInFlatMemory() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            var megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            out.write(
                    "{\"resources\":[{\"id\":\"a\"},{\"id\":\""
                            .getBytes(StandardCharsets.US_ASCII));
            for (var i = 0; i < 200; i++) {
                out.write(megabyte);
            }
            out.write("\"},{\"id\":\"b\"}]}".getBytes(StandardCharsets.US_ASCII));
        }
        var plan = HostileRecords.plan("vulnerabilities", 0);
        var refused = new HashMap<Integer, String>();
        var before = used();
        var peak = new long[1];
        var count =
                new PageReader(plan.spec().records(), plan.map().projection())
                        .read(
                                packed.toByteArray(),
                                "gzip",
                                new PageReader.RecordSink() {
                                    @Override
                                    public void take(int index, RecordValues values) {}

                                    @Override
                                    public void refuse(int index, String reason) {
                                        peak[0] = used();
                                        refused.put(index, reason);
                                    }
                                });
        assertThat(count).isEqualTo(3);
        assertThat(refused).containsOnlyKeys(1);
        assertThat(refused.get(1)).isEqualTo("the record has 209715209 bytes, at most 8388608");
        assertThat(peak[0] - before).isLessThan(40_000_000);
    }

    @Test
    void aRecordOfAThousandLevelsIsRefused() {
        var deep = "{\"id\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}";
        var results = new ArrayList<Transformed>();
        var plan = HostileRecords.plan("vulnerabilities", 0);
        new HostileRecords(1).read(plan, List.of(deep.getBytes(StandardCharsets.UTF_8)), results);
        assertThat(results)
                .singleElement()
                .isInstanceOfSatisfying(
                        Rejected.class,
                        r -> assertThat(r.reason()).contains("limit", "nesting depth"));
    }

    private static void read(String stream, byte[] body, PageReader.RecordSink sink) {
        var plan = HostileRecords.plan(stream, 0);
        new PageReader(plan.spec().records(), plan.map().projection()).read(body, "identity", sink);
    }

    private void isFitToBeStored(Transformed result) {
        switch (result) {
            case Rejected(var field, var reason) -> {
                assertThat(field).isNotBlank();
                assertThat(reason).isNotBlank().hasSizeLessThan(500).isEqualTo(Shown.clean(reason));
            }
            case Mapped(var target, var warnings) -> {
                assertThat(warnings).hasSizeLessThanOrEqualTo(50);
                for (var attribute : TargetAttribute.values()) {
                    isFit(attribute, target);
                }
            }
        }
    }

    private static void isFit(TargetAttribute attribute, TargetRecord target) {
        switch (target.value(attribute)) {
            case String text ->
                    assertThat(text)
                            .isEqualTo(Shown.clean(text))
                            .hasSizeLessThanOrEqualTo(attribute.lengthMax());
            case Instant instant ->
                    assertThat(instant)
                            .isBetween(
                                    Instant.parse("0001-01-01T00:00:00Z"),
                                    Instant.parse("9999-12-31T23:59:59.999999999Z"));
            case null -> {}
            case Object other -> assertThat(other.toString()).hasSizeLessThan(100_000);
        }
    }

    /** After a collection, since what was dropped already is not held. */
    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
