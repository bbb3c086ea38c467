package io.penstock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.launcher.client.RunView;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The real archive under a real container engine: loaded and started as the specification prints
 * it, with its sample env file, through a proxy. {@code -Dpenstock.container.hosts=100000} reads
 * 2,000,000 findings.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerE2eTest {

    private static final int HOSTS = Integer.getInteger("penstock.container.hosts", 500);
    private static final int FINDINGS_PER_HOST = 20;
    private static final String ARCHIVE = "onprem-execution-engine.tar";
    private static final List<String> SMALL =
            List.of("--memory=256m", "--memory-swap=256m", "--read-only", "--cap-drop=all");
    private static final Duration START_MAX =
            Duration.ofMillis(Long.getLong("penstock.container.start-ms", 5_000));
    private static final Duration STOP_MAX = Duration.ofSeconds(12);

    @TempDir private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Podman podman;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Chain chain;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private WayOut wayOut;

    private String image = "";
    private Path logs = Path.of("");

    @BeforeAll
    void start() throws Exception {
        podman = new Podman(folder.resolve("podman"));
        var built = Chain.root().resolve("images/target").resolve(ARCHIVE + ".gz");
        var missing = podman.missing().orElse(Files.exists(built) ? "" : built + " is not built");
        if (!missing.isEmpty()) {
            System.err.println("SKIPPED: no container was started, because " + missing + ".");
            Assumptions.abort(missing);
        }
        var tar = folder.resolve(ARCHIVE);
        try (var packed = new GZIPInputStream(Files.newInputStream(built))) {
            Files.copy(packed, tar, StandardCopyOption.REPLACE_EXISTING);
        }
        image = podman.load(tar);
        chain = Chain.start(folder.resolve("chain"), Chain.tenant(HOSTS, FINDINGS_PER_HOST, 11));
        wayOut = WayOut.to(chain.platform().address(), folder.resolve("way-out"));
        logs = Files.createDirectory(folder.resolve("logs"));
        Files.setPosixFilePermissions(logs, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @AfterAll
    void stop() {
        if (chain != null) {
            podman.run("rm", "--all", "--force");
            wayOut.close();
            chain.close();
        }
    }

    /** The specification's sample, line for line, its blanks included. */
    private Path sample(String cron) throws IOException {
        var keys = chain.settings().keys();
        var text =
                String.join(
                        "\n",
                        "connector.api.url=" + wayOut.gateway() + " ",
                        "qualys.customerUuid=" + keys.get("qualys.customerUuid"),
                        "qualys.connectionUuid=" + keys.get("qualys.connectionUuid"),
                        "qualys.profileUuid=" + keys.get("qualys.profileUuid"),
                        "qualys.user.username= " + keys.get("qualys.user.username"),
                        "qualys.user.password= " + keys.get("qualys.user.password"),
                        "service.child-thread-pool=8",
                        "service.cron-expression=" + cron + " ",
                        "service.http.proxy.enabled=true ",
                        "service.http.proxy.host= 127.0.0.1",
                        "service.http.proxy.scheme=http ",
                        "service.http.proxy.port=" + wayOut.proxyPort(),
                        "service.http.proxy.username=" + WayOut.USER,
                        "service.http.proxy.password=" + WayOut.PASSWORD,
                        "service.tls.ca-bundle=/etc/site/ca.pem",
                        "LOGLEVEL=debug",
                        "");
        return Files.writeString(folder.resolve("engine.env"), text);
    }

    private List<String> mounts() {
        return List.of(
                "-v",
                wayOut.authority() + ":/etc/site/ca.pem:ro",
                "-v",
                logs + "/:/var/log/app/onprem-execution-service");
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    @Test
    void runsOnceThroughTheProxyInASmallContainerAndLogsToTheMountedFolder() throws Exception {
        var watch = chain.watch();
        var began = Instant.now();
        var ended = podman.start(joined(SMALL, mounts()), sample(""), image);
        assertThat(ended.code()).as(ended.output()).isZero();
        var run = chain.runSince(watch).orElseThrow();
        assertThat(run.state()).as(ended.output()).isIn("COMPLETE", "TRANSFORMING");

        var platform = wayOut.gateway().getAuthority();
        var vendor = chain.simulator().address().getAuthority();
        assertThat(wayOut.requests()).anyMatch(line -> line.contains("CONNECT " + platform));
        assertThat(wayOut.requests()).anyMatch(line -> line.contains("://" + vendor + "/"));
        var first = firstCall(vendor);
        System.out.printf(
                Locale.ROOT,
                "container: %d ms from podman run to the first vendor call, %d findings in 256 MB%n",
                Duration.between(began, first).toMillis(),
                HOSTS * FINDINGS_PER_HOST);
        assertThat(Duration.between(began, first)).isLessThan(START_MAX);
        assertLogged(run, ended.output());
    }

    /** Such as {@code CONNECT   Nov 28 14:58:46.123 [12]: Request (file descriptor 5): GET http…}. */
    private Instant firstCall(String vendor) throws IOException {
        var line =
                wayOut.requests().stream()
                        .filter(l -> l.contains("://" + vendor + "/"))
                        .findFirst()
                        .orElseThrow();
        var words = line.split("\\s+");
        var year = LocalDateTime.now(ZoneId.systemDefault()).getYear();
        var text = year + " " + words[1] + " " + words[2] + " " + words[3];
        var form = DateTimeFormatter.ofPattern("yyyy MMM d HH:mm:ss[.SSS]", Locale.ENGLISH);
        return LocalDateTime.parse(text, form).atZone(ZoneId.of("UTC")).toInstant();
    }

    private void assertLogged(RunView run, String output) throws IOException {
        var lines = Files.readAllLines(logs.resolve("onprem-execution-service.json"));
        assertThat(lines).anyMatch(line -> line.contains(run.uuid().toString()));
        assertThat(lines).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        var secret = chain.tenant().client().secret();
        var password = chain.settings().keys().get("qualys.user.password");
        assertThat(String.join("\n", lines) + output)
                .doesNotContain(secret, password, WayOut.PASSWORD);
    }

    @Test
    void runsByTheSamplesScheduleAndHandsItsWorkBackWithinTenSeconds() throws Exception {
        var watch = chain.watch();
        var options = joined(List.of("-d", "--name=scheduled"), joined(SMALL, mounts()));
        var started = podman.start(options, sample("0 * * * * *"), image);
        assertThat(started.code()).as(started.output()).isZero();
        var end = System.nanoTime() + Duration.ofSeconds(100).toNanos();
        while (chain.runSince(watch).isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(chain.runSince(watch)).as(podman.run("logs", "scheduled").output()).isPresent();
        var before = System.nanoTime();
        podman.run("stop", "scheduled");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(STOP_MAX);
        var state = podman.run("inspect", "--format={{.State.ExitCode}}", "scheduled");
        assertThat(state.output().strip()).as("SIGTERM, not SIGKILL").isEqualTo("143");
    }

    @Test
    void staysUpAfterAFatalErrorWhenToldTo() throws Exception {
        var file = sample("");
        Files.writeString(
                file, Files.readString(file) + "service.exitWhenDone=false\nHEAPSIZEMAX=much\n");
        podman.start(joined(List.of("-d", "--name=stays"), mounts()), file, image);
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!podman.run("logs", "stays").output().contains("HEAPSIZEMAX")
                && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(podman.run("logs", "stays").output()).contains("HEAPSIZEMAX is 'much'");
        assertThat(podman.run("ps", "--format={{.Names}}").output()).contains("stays");
    }
}
