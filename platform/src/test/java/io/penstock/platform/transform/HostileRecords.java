package io.penstock.platform.transform;

import io.penstock.core.transform.RecordValues;
import io.penstock.core.transform.Transformed;
import io.penstock.core.transform.Transformed.Rejected;
import io.penstock.platform.catalogue.Catalogue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Makes JSON texts nobody should send, from a seed: deep, wide, of wrong types, with repeated keys,
 * huge numbers, broken letters and halves of them, built around the names the maps read.
 */
final class HostileRecords {

    private static final List<String> NAMES =
            List.of(
                    "id",
                    "aid",
                    "cid",
                    "status",
                    "cve",
                    "severity",
                    "base_score",
                    "vector",
                    "vulnerability_id",
                    "remediation",
                    "entities",
                    "action",
                    "updated_timestamp",
                    "created_timestamp",
                    "network_interfaces",
                    "local_ip",
                    "mac_address",
                    "hostname",
                    "host_info",
                    "suppression_info",
                    "is_suppressed",
                    "exploit_status",
                    "last_seen_timestamp",
                    "x\\u0000y",
                    "");

    private static final List<String> SCALARS =
            List.of(
                    "null",
                    "true",
                    "0",
                    "-1",
                    "1e999999999",
                    "9".repeat(2_000),
                    "0." + "3".repeat(900),
                    "\"\"",
                    "\"open\"",
                    "\"HIGH\"",
                    "\"CVE-2024-1\"",
                    "\"CVSS:3.1/AV:N\"",
                    "\"10.0.0.1\"",
                    "\"fe80::1%eth0\"",
                    "\"00-50-56-93-d7-c1\"",
                    "\"2024-01-01T00:00:00Z\"",
                    "\"+999999999-12-31T23:59:59Z\"",
                    "\"0000-01-01T00:00:00Z\"",
                    "\"\\u0000\"",
                    "\"a\\u0000b\"",
                    "\"\\uD800\"",
                    "\"\\uDC00\\uD800\"",
                    "\"\uD83D\uDE00\"",
                    "\"" + "k".repeat(3_000) + "\"",
                    "\"" + "\u4e2d".repeat(1_000) + "\"",
                    "\"" + "w".repeat(200_000) + "\"");

    private final long seed;
    private final Random random;

    HostileRecords() {
        this(new Random().nextLong());
    }

    HostileRecords(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** The plan of the connector's map of that place. */
    static StreamPlan plan(String stream, int map) {
        var connector = new Catalogue().connectors().getFirst();
        var spec =
                connector.streams().stream()
                        .filter(s -> s.name().text().equals(stream))
                        .findFirst()
                        .orElseThrow();
        return new StreamPlan(spec, MapJson.stored(connector.transformMaps().get(map)));
    }

    /** One record: most are JSON, some had a byte or two changed since. */
    byte[] next() {
        var text = new StringBuilder("{");
        if (random.nextInt(3) > 0) {
            text.append("\"id\":\"i").append(random.nextInt(99)).append("\",\"aid\":\"a\",");
            text.append("\"status\":\"open\",\"vulnerability_id\":\"V\",");
        }
        members(text, 0);
        var bytes = text.append('}').toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0) {
            // Letters that are no UTF-8, inside whatever is there; no brackets and no quotes.
            var place = random.nextInt(bytes.length);
            if (Character.isLetterOrDigit(bytes[place])) {
                bytes[place] = (byte) (0x80 + random.nextInt(0x80));
            }
        }
        return bytes;
    }

    private void members(StringBuilder text, int depth) {
        var count = 1 + random.nextInt(6);
        for (var i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",").append('"');
            text.append(NAMES.get(random.nextInt(NAMES.size()))).append("\":");
            value(text, depth + 1);
        }
    }

    private void value(StringBuilder text, int depth) {
        switch (depth > 6 ? 9 : random.nextInt(10)) {
            case 0, 1 -> {
                text.append('{');
                members(text, depth);
                text.append('}');
            }
            case 2, 3 -> elements(text, depth);
            case 4 -> deep(text, random.nextInt(50) == 0 ? 20_000 : random.nextInt(300));
            default -> text.append(SCALARS.get(random.nextInt(SCALARS.size())));
        }
    }

    private void elements(StringBuilder text, int depth) {
        text.append('[');
        for (var n = random.nextInt(5); n > 0; n--) {
            value(text, depth + 1);
            text.append(n == 1 ? "" : ",");
        }
        text.append(']');
    }

    private void deep(StringBuilder text, int levels) {
        var object = random.nextBoolean();
        text.repeat(object ? "{\"action\":" : "[", levels).append('1');
        text.repeat(object ? "}" : "]", levels);
    }

    /** Reads a page of these records as the workers do, keys included. */
    void read(StreamPlan plan, List<byte[]> records, List<Transformed> results) {
        new PageReader(plan.spec().records(), plan.map().projection())
                .read(page(records), "identity", sink(plan, results));
    }

    private static PageReader.RecordSink sink(StreamPlan plan, List<Transformed> results) {
        return new PageReader.RecordSink() {
            @Override
            public void take(int index, RecordValues values) {
                var fault =
                        PageMapping.keyFault(plan, plan.recordKey(values), plan.hostKey(values));
                results.add(fault.isPresent() ? fault.get() : plan.map().transform(values));
            }

            @Override
            public void refuse(int index, String reason) {
                results.add(new Rejected(PageMapping.WHOLE_RECORD, reason));
            }
        };
    }

    static byte[] page(List<byte[]> records) {
        var page = new ByteArrayOutputStream();
        page.writeBytes("{\"meta\":{},\"resources\":[".getBytes(StandardCharsets.UTF_8));
        for (var i = 0; i < records.size(); i++) {
            page.writeBytes(i == 0 ? new byte[0] : new byte[] {','});
            page.writeBytes(records.get(i));
        }
        page.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return page.toByteArray();
    }

    @Override
    public String toString() {
        return "seed " + seed;
    }
}
