package io.penstock.vendor.crowdstrike.simulation;

import io.penstock.simulator.SimulatedAnswer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * How fast pages of 5,000 findings with three facets are made, on one thread and without HTTP: a
 * program to run by hand, arguments are hosts and findings per host.
 */
final class PageBenchmark {

    private static final int PAGE = 5000;

    private final Falcon falcon;
    private final boolean gzip;

    private PageBenchmark(Falcon falcon, boolean gzip) {
        this.falcon = falcon;
        this.gzip = gzip;
    }

    public static void main(String[] arguments) throws IOException {
        int hosts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
        int findings = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        long opening = System.nanoTime();
        Falcon falcon = Falcon.of(hosts, findings, "calls-per-minute", "1000000");
        System.out.printf(
                Locale.ROOT,
                "open %d ms, %d findings%n",
                (System.nanoTime() - opening) / 1_000_000,
                falcon.total(Falcon.ALL));
        for (int round = 1; round <= 3; round++) {
            new PageBenchmark(falcon, true).measure("gzip, pass " + round);
        }
        new PageBenchmark(falcon, false).measure("plain");
    }

    private void measure(String name) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long wall = System.nanoTime();
        long processor = threads.getCurrentThreadCpuTime();
        long bytes = 0;
        int pages = 0;
        String after = "";
        byte[] last;
        do {
            SimulatedAnswer answer = page(after);
            last = answer.body();
            bytes += last.length;
            pages++;
            after = cursor(last);
        } while (!after.isEmpty());
        double used = threads.getCurrentThreadCpuTime() - processor;
        double passed = System.nanoTime() - wall;
        int findings = falcon.total(Falcon.ALL);
        System.out.printf(
                Locale.ROOT,
                "%s: %d pages, %.0f findings/s, %.2f us of processor and %d bytes per finding%n",
                name,
                pages,
                findings * 1e9 / passed,
                used / 1000 / findings,
                bytes / findings);
    }

    private SimulatedAnswer page(String after) {
        return falcon.get(
                falcon.bearer(),
                gzip,
                Falcon.SPOTLIGHT,
                "filter",
                Falcon.ALL,
                "limit",
                Integer.toString(PAGE),
                "facet",
                "cve",
                "facet",
                "host_info",
                "facet",
                "remediation",
                after.isEmpty() ? "sort" : "after",
                after.isEmpty() ? "created_timestamp|asc" : after);
    }

    /** Reads no more than the head of the page, as the rest is the client's work. */
    private String cursor(byte[] body) throws IOException {
        byte[] head = new byte[600];
        try (var in =
                gzip
                        ? new GZIPInputStream(new ByteArrayInputStream(body))
                        : new ByteArrayInputStream(body)) {
            int size = in.readNBytes(head, 0, head.length);
            String text = new String(head, 0, size, StandardCharsets.US_ASCII);
            int start = text.indexOf("\"after\": \"") + 10;
            return text.substring(start, text.indexOf('"', start));
        }
    }
}
