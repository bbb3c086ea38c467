package io.penstock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.metrics.Collector;
import io.penstock.engine.metrics.EngineMetrics;
import io.penstock.engine.read.SliceBook;
import io.penstock.engine.retry.RetryLimits;
import io.penstock.engine.run.EngineTally;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The engine's metrics, from the run to what a collector reads out of its protobuf. */
@Isolated("captures the process's output")
class MetricsTest {

    private static final RetryLimits QUICK =
            new RetryLimits(
                    Duration.ofMillis(1),
                    Duration.ofMillis(5),
                    3,
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20));
    private static final String HEADER_SECRET = "c0llector-s3cret";

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir private Path folder;

    @BeforeEach
    void capture() {
        var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
    }

    @AfterEach
    void noSecretEverAppeared() {
        System.setOut(out);
        System.setErr(err);
        assertThat(text()).doesNotContain(HEADER_SECRET);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static int run(FakePlatform platform, Map<String, String> more) {
        var environment = platform.environment();
        environment.putAll(more);
        return EngineMain.execute(environment, QUICK, "run");
    }

    private static Map<String, String> to(String collector) {
        return Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector);
    }

    @Test
    void theValuesAreTheLedgersOfTheRun() {
        try (var platform = new FakePlatform();
                var collector = new Collector()) {
            platform.settings.put("calls", collector.address() + "/vendor");
            platform.refuse("/streams/hosts/slices/1/pages/0", 429, "BACKLOG_FULL", "1");
            platform.refuse("/streams/hosts/slices/2/pages/0", 503, "BUSY");
            assertThat(run(platform, to(collector.address()))).isZero();
            for (var stream : List.of("hosts", "numbers")) {
                var pages = pages(platform, stream);
                assertThat(collector.values("penstock.stream.records"))
                        .containsEntry(stream, 100.0);
                assertThat(collector.values("penstock.stream.pages"))
                        .containsEntry(stream, (double) pages.size());
                assertThat(collector.values("penstock.stream.io"))
                        .containsEntry(stream, (double) bytes(pages));
            }
            var vendorCalls = collector.calls.stream().filter(c -> c.contains("/vendor")).count();
            assertThat(collector.values("penstock.vendor.requests"))
                    .containsExactly(Map.entry("2xx", (double) vendorCalls));
            assertThat(collector.values("penstock.retries"))
                    .isEqualTo(Map.of("vendor", 0.0, "platform", 2.0));
            assertThat(collector.values("penstock.backlog.waits")).containsEntry("", 1.0);
            assertThat(collector.values("penstock.backlog.time").get("")).isBetween(1.0, 1.6);
            assertThat(collector.values("penstock.vendor.throttled")).containsEntry("", 0.0);
        }
    }

    private static List<String> pages(FakePlatform platform, String stream) {
        return platform.book.entries(stream).stream()
                .flatMap(slice -> slice.pages.stream())
                .map(SliceBook.Kept::body)
                .toList();
    }

    private static long bytes(List<String> pages) {
        return pages.stream().mapToLong(p -> p.getBytes(StandardCharsets.UTF_8).length).sum();
    }

    @Test
    void tellsOfTheRunTheHeapAndWhoSends() {
        try (var platform = new FakePlatform();
                var collector = new Collector()) {
            platform.complete = false;
            var more =
                    Map.of(
                            "OTEL_EXPORTER_OTLP_ENDPOINT",
                            collector.address() + "/",
                            "OTEL_SERVICE_NAME",
                            "site-1",
                            "OTEL_RESOURCE_ATTRIBUTES",
                            "deployment.environment.name=test, team=a%2Cb",
                            "OTEL_EXPORTER_OTLP_HEADERS",
                            "api-key=" + HEADER_SECRET);
            assertThat(run(platform, more)).isEqualTo(1);
            assertThat(collector.values("penstock.runs")).isEqualTo(Map.of("failed", 1.0));
            assertThat(collector.values("penstock.run.state"))
                    .isEqualTo(Map.of("running", 0.0, "waiting", 1.0));
            assertThat(collector.values("penstock.run.duration").get("")).isBetween(0.001, 60.0);
            assertThat(collector.values("penstock.run.time"))
                    .isEqualTo(collector.values("penstock.run.duration"));
            assertThat(collector.values("jvm.memory.used").get("heap"))
                    .isBetween(1e6, collector.values("jvm.memory.limit").get("heap"));
            assertThat(collector.resource())
                    .containsEntry("service.name", "site-1")
                    .containsEntry("deployment.environment.name", "test")
                    .containsEntry("team", "a,b")
                    .containsEntry("penstock.connection", FakePlatform.CONNECTION.toString());
            assertThat(collector.headers)
                    .allSatisfy(h -> assertThat(h.get("Api-key")).containsExactly(HEADER_SECRET));
        }
    }

    @Test
    void everyMetricHasItsUnit() {
        try (var platform = new FakePlatform();
                var collector = new Collector()) {
            platform.settings.put("calls", collector.address() + "/vendor");
            assertThat(run(platform, to(collector.address()))).isZero();
            assertThat(collector.units())
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.ofEntries(
                                    Map.entry("penstock.stream.records", "{record}"),
                                    Map.entry("penstock.stream.io", "By"),
                                    Map.entry("penstock.stream.pages", "{page}"),
                                    Map.entry("penstock.vendor.requests", "{request}"),
                                    Map.entry("penstock.vendor.throttled", "s"),
                                    Map.entry("penstock.retries", "{retry}"),
                                    Map.entry("penstock.backlog.waits", "{wait}"),
                                    Map.entry("penstock.backlog.time", "s"),
                                    Map.entry("penstock.runs", "{run}"),
                                    Map.entry("penstock.run.time", "s"),
                                    Map.entry("penstock.run.duration", "s"),
                                    Map.entry("penstock.run.state", "1"),
                                    Map.entry("jvm.memory.used", "By"),
                                    Map.entry("jvm.memory.limit", "By")));
        }
    }

    @Test
    void goesThroughTheEnginesProxy() {
        try (var platform = new FakePlatform();
                var proxy = new Collector()) {
            var more =
                    Map.of(
                            "OTEL_EXPORTER_OTLP_ENDPOINT",
                            "http://collector.invalid:4318",
                            "service.http.proxy.enabled",
                            "true",
                            "service.http.proxy.host",
                            "127.0.0.1",
                            "service.http.proxy.port",
                            Integer.toString(proxy.port()),
                            "service.http.proxy.non-proxy-hosts",
                            "127.*");
            assertThat(run(platform, more)).isZero();
            assertThat(proxy.calls).contains("POST http://collector.invalid:4318/v1/metrics");
            assertThat(proxy.values("penstock.stream.records")).containsEntry("hosts", 100.0);
        }
    }

    @Test
    void aCollectorThatIsAwayIsSaidOnceAndChangesNothing() throws IOException {
        try (var platform = new FakePlatform()) {
            var address = "127.0.0.1:" + unusedPort();
            assertThat(run(platform, to("http://" + address))).isZero();
            assertThat(platform.text("hosts")).isEqualTo(FakePlatform.expected("hosts", 0, 100));
            assertThat(warnings(address)).singleElement().asString().contains(address);
        }
    }

    private static int unusedPort() throws IOException {
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }

    @Test
    void aCollectorThatRefusesIsSaidOnceAndChangesNothing() {
        try (var platform = new FakePlatform();
                var collector = new Collector()) {
            collector.status = 500;
            assertThat(run(platform, to(collector.address()))).isZero();
            assertThat(collector.exports).hasSizeGreaterThan(1);
            assertThat(warnings("127.0.0.1:" + collector.port()))
                    .singleElement()
                    .asString()
                    .contains("It answers 500.");
        }
    }

    @Test
    void aCollectorThatNeverAnswersHoldsTheEndForFiveSecondsAtMost() throws IOException {
        try (var platform = new FakePlatform();
                var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var environment = platform.environment();
            environment.putAll(to("http://127.0.0.1:" + silent.getLocalPort()));
            var metrics =
                    EngineMetrics.start(
                            EngineConfig.metrics(environment),
                            EngineConfig.read(environment),
                            new EngineTally());
            var began = System.nanoTime();
            metrics.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(7));
        }
    }

    /** Without the late word of another test's collector, which has gone meanwhile. */
    private List<String> warnings(String collector) {
        return text().lines()
                .filter(line -> line.contains(" WARN "))
                .filter(line -> !line.contains("do not arrive at") || line.contains(collector))
                .toList();
    }

    @Test
    void withoutACollectorNothingOfTheSdkIsLoaded() throws Exception {
        assertThat(loadedBy(Map.of())).noneMatch(line -> line.contains("io.opentelemetry"));
    }

    @Test
    void withACollectorTheSdkIsLoadedAndNeedsNoOtherModulesThanTheImages() throws Exception {
        try (var collector = new Collector()) {
            assertThat(loadedBy(to(collector.address())))
                    .anyMatch(line -> line.contains("io.opentelemetry.sdk.metrics"));
            assertThat(collector.values("penstock.stream.records")).containsEntry("hosts", 100.0);
        }
    }

    /** A process of its own, with the image's modules, because this one has loaded the SDK. */
    private List<String> loadedBy(Map<String, String> more) throws Exception {
        var classes = folder.resolve("classes.txt");
        try (var platform = new FakePlatform()) {
            var builder =
                    new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "--limit-modules=java.base,java.logging,java.management,java.naming,"
                                    + "java.net.http,java.xml",
                            "-XX:TieredStopAtLevel=1",
                            "-Xlog:class+load:file=" + classes,
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.penstock.engine.EngineMain");
            builder.environment().putAll(platform.environment());
            builder.environment().putAll(more);
            var log = folder.resolve("log.txt").toFile();
            var process = builder.redirectErrorStream(true).redirectOutput(log).start();
            assertThat(process.waitFor()).as(Files.readString(log.toPath())).isZero();
            assertThat(Files.readString(log.toPath())).doesNotContain("WARN", "Unsafe");
            return Files.readAllLines(classes);
        }
    }
}
