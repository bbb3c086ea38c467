package io.penstock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.launcher.client.RunView;
import io.penstock.testkit.SourceTree;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * The real archive under a real container engine: loaded and started as the specification prints
 * it, with its sample env file, through a proxy. {@code -Dpenstock.container.hosts=100000} reads
 * 2,000,000 findings; {@code -Dpenstock.container.start-ms=1500} holds the start to its aim, which
 * only a machine with nothing else to do can keep.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerE2eTest {

    private static final int HOSTS = Integer.getInteger("penstock.container.hosts", 500);
    private static final int FINDINGS_PER_HOST = 20;
    private static final String ARCHIVE = "onprem-execution-engine.tar";
    private static final String LOG = "onprem-execution-service.json";
    private static final List<String> SMALL =
            List.of("--memory=256m", "--memory-swap=256m", "--read-only", "--cap-drop=all");
    private static final long MEMORY = 256L * 1024 * 1024;
    private static final Duration START_MAX =
            Duration.ofMillis(Long.getLong("penstock.container.start-ms", 10_000));
    private static final Duration TRANSFORMED_MAX = Duration.ofMinutes(20);
    private static final Duration STOP_MAX = Duration.ofSeconds(12);

    /** An engine that ends after its sentence ends well within this time. */
    private static final Duration STAY = Duration.ofSeconds(3);

    @TempDir private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Podman podman;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Chain chain;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private WayOut wayOut;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private SampleEnv sample;

    private String image = "";
    private Path logs = Path.of("");

    @BeforeAll
    void start() throws Exception {
        podman = new Podman(folder.resolve("podman"));
        var built = SourceTree.root().resolve("images/target").resolve(ARCHIVE + ".gz");
        var missing =
                Files.exists(built)
                        ? podman.missing(SourceTree.root().resolve("bin/setup-container-engine"))
                                .orElse("")
                        : built + " is not built";
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
        sample = new SampleEnv(chain.settings().keys(), wayOut);
        logs = Files.createDirectory(folder.resolve("logs"));
        Files.setPosixFilePermissions(logs, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    /** Also after a start that failed halfway: what is null was not started. */
    @AfterAll
    void stop() {
        try (var _ = chain;
                var _ = wayOut) {
            if (!image.isEmpty()) {
                podman.run("rm", "--all", "--force");
            }
        }
    }

    private Path env(String cron, String more) throws IOException {
        return sample.write(folder.resolve("engine.env"), cron, more);
    }

    private List<String> options(String... more) {
        var options = new ArrayList<>(SMALL);
        options.addAll(List.of("-v", wayOut.authority() + ":/etc/site/ca.pem:ro"));
        options.addAll(List.of("-v", logs + "/:/var/log/app/onprem-execution-service"));
        options.addAll(List.of(more));
        return options;
    }

    private String said(String name) {
        return podman.run("logs", name).output();
    }

    @Test
    void runsOnceThroughTheProxyInASmallContainerAndLogsToTheMountedFolder() throws Exception {
        var watch = chain.watch();
        var earlier = wayOut.requests().size();
        var asked = Instant.now();
        var ended = podman.start(options("--name=once"), env("", "LOGLEVEL=debug\n"), image);
        assertThat(ended.code()).as(ended.output()).isZero();
        // What is still transformed then would be taken for the next engine's run.
        Looking.within(TRANSFORMED_MAX, () -> chain.runSince(watch).orElseThrow().ended());
        var run = chain.runSince(watch).orElseThrow();
        assertThat(run.state()).as(ended.output()).isEqualTo("COMPLETE");
        assertThat(podman.inspect("once", "{{.HostConfig.Memory}} {{.State.OOMKilled}}"))
                .isEqualTo(MEMORY + " false");

        var lines = wayOut.requests();
        var requests = lines.subList(earlier, lines.size());
        var vendor = chain.simulator().address().getAuthority();
        assertThat(requests)
                .anyMatch(line -> line.contains("CONNECT " + wayOut.gateway().getAuthority()));
        var first =
                requests.stream().filter(line -> line.contains("://" + vendor + "/")).findFirst();
        assertStart(asked, podman.startedAt("once"), WayOut.time(first.orElseThrow()));
        assertLogged(run, ended.output());
    }

    private static void assertStart(Instant asked, Instant started, Instant call) {
        System.out.printf(
                Locale.ROOT,
                "container: %d ms from its start to the first vendor call (%d ms from podman run),"
                        + " %d findings in 256 MB%n",
                Duration.between(started, call).toMillis(),
                Duration.between(asked, call).toMillis(),
                HOSTS * FINDINGS_PER_HOST);
        assertThat(Duration.between(started, call)).isLessThan(START_MAX);
    }

    private void assertLogged(RunView run, String output) throws IOException {
        var lines = Files.readAllLines(logs.resolve(LOG));
        assertThat(lines).anyMatch(line -> line.contains(run.uuid().toString()));
        assertThat(lines).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(String.join("\n", lines) + output)
                .doesNotContain(
                        chain.tenant().client().secret(),
                        chain.settings().keys().get("qualys.user.password"),
                        WayOut.PASSWORD);
    }

    @Test
    void runsByTheSamplesScheduleAndStopsWithinTenSeconds() throws Exception {
        var watch = chain.watch();
        var file = env("0 * * * * *", SampleEnv.ADDITIONAL);
        var started = podman.start(options("-d", "--name=scheduled"), file, image);
        assertThat(started.code()).as(started.output()).isZero();
        var ran = Looking.within(Duration.ofSeconds(100), () -> watch.run().isPresent());
        var said = said("scheduled");
        assertThat(ran).as(said).isTrue();
        assertThat(said)
                .contains("HEAPSIZEMAX is 13000M, but the container has 256M in all")
                .contains("Runs start by '0 * * * * *'");
        var before = System.nanoTime();
        podman.run("stop", "scheduled");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(STOP_MAX);
        assertThat(podman.inspect("scheduled", "{{.State.ExitCode}}"))
                .as("SIGTERM, not SIGKILL")
                .isEqualTo("143");
    }

    @Test
    void staysUpAfterAFatalErrorWhenToldTo() throws Exception {
        var file = env("", "service.exitWhenDone=false\nHEAPSIZEMAX=much\n");
        podman.start(options("-d", "--name=stays"), file, image);
        var refusal = "HEAPSIZEMAX is 'much'";
        var refused = Looking.within(Duration.ofSeconds(30), () -> said("stays").contains(refusal));
        assertThat(refused).as(said("stays")).isTrue();
        var ended = Looking.within(STAY, () -> !running().contains("stays"));
        assertThat(ended).as(said("stays")).isFalse();
    }

    private String running() {
        return podman.run("ps", "--format={{.Names}}").output();
    }

    @Test
    void endsWithItsCodeAndOneSentenceWhenASettingIsWrong() throws Exception {
        var file = env("", "service.child-thread-pool=none\n");
        var ended = podman.start(options("--rm"), file, image);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output()).contains("service.child-thread-pool is 'none'");
    }

    /** Without it the engine would start as well, but later; a JVM told so ends with 1. */
    @Test
    void mapsItsArchiveOfClasses() throws Exception {
        var file = env("", "service.child-thread-pool=none\n");
        var strict = options("--rm", "-e", "JDK_JAVA_OPTIONS=-Xshare:on");
        var ended = podman.start(strict, file, image);
        assertThat(ended.code()).as(ended.output()).isEqualTo(2);
    }
}
