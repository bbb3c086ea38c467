package io.penstock.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;

import io.penstock.engine.config.LogLevel;
import io.penstock.engine.config.LogSettings;
import io.penstock.wire.WireJson;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/** The files of the log directory, written for real. */
@Isolated("sets up the process's log")
class LogFilesTest {

    private static final long MEGA = 1024L * 1024;
    private static final Logger LOG = LoggerFactory.getLogger("io.penstock.engine.log.Sample");

    @TempDir private Path folder;

    private final SecretMask mask = new SecretMask();

    @AfterEach
    void closeFiles() {
        stop();
    }

    private void start(LogLevel level, long total) {
        assertThat(LogSetup.start(new LogSettings(level, total), folder, mask)).isEmpty();
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(LogSetup.CONSOLE);
    }

    private static void logMegas(int megas) {
        var text = "x".repeat(10_000);
        for (var i = 0; i < megas * 105; i++) {
            LOG.info(text);
        }
    }

    private List<String> live() throws IOException {
        return Files.readAllLines(folder.resolve("onprem-execution-service.json"));
    }

    private static String run(String line) {
        var object = WireJson.read(line.getBytes(StandardCharsets.UTF_8), Map.class);
        var run = object.get("run");
        return run == null ? "" : run.toString();
    }

    @Test
    void writesOneJsonObjectALineWithTheRunsIdWhileARunGoesOn() throws Exception {
        var run = UUID.randomUUID();
        start(LogLevel.INFO, 100 * MEGA);
        LOG.info("before");
        try (var _ = RunMark.on(run)) {
            LOG.info("during\nwith a second line");
            var other = Thread.ofPlatform().start(() -> LOG.info("from another thread"));
            assertThat(other.join(Duration.ofSeconds(10))).isTrue();
        }
        LOG.info("after");
        var lines = live();
        assertThat(lines).hasSize(4);
        var runs = lines.stream().map(LogFilesTest::run).toList();
        assertThat(runs).containsExactly("", run.toString(), run.toString(), "");
    }

    @Test
    void hidesSecretsAtEveryLevelInMessagesAndExceptions() throws IOException {
        mask.learn(List.of("s3cret/\"word", "other&secret"));
        start(LogLevel.TRACE, 100 * MEGA);
        LOG.trace("the password is s3cret/\"word");
        LOG.debug("form: secret=other%26secret");
        LOG.error("failed", new IllegalStateException("with s3cret/\"word inside"));
        var text = String.join("\n", live());
        assertThat(text).contains("the password is ***", "secret=***", "with *** inside");
        assertThat(text).doesNotContain("s3cret", "other&secret", "other%26secret");
    }

    @Test
    void rollsAtFiftyMegabytesIntoCompressedJsonAndKeepsTheTotal() throws IOException {
        start(LogLevel.INFO, 200 * MEGA);
        logMegas(101);
        stop();
        try (var files = Files.list(folder)) {
            var rolled = files.filter(f -> f.toString().endsWith(".json.gz")).sorted().toList();
            assertThat(rolled).hasSize(2);
            assertThat(unpacked(rolled.getFirst())).isBetween(50 * MEGA, 51 * MEGA);
        }
        assertThat(Files.size(folder.resolve("onprem-execution-service.json")))
                .isLessThan(51 * MEGA);
    }

    @Test
    void deletesTheOldestWhenTheTotalIsReached() throws IOException {
        // Rolled files as an earlier day left them: random bytes stand for what is compressed.
        for (var day = 1; day <= 8; day++) {
            var name = "onprem-execution-service.2026-01-0" + day + ".0.json.gz";
            Files.write(folder.resolve(name), new byte[(int) (20 * MEGA)]);
        }
        start(LogLevel.INFO, 100 * MEGA);
        logMegas(51);
        stop();
        assertThat(folder.resolve("onprem-execution-service.2026-01-01.0.json.gz")).doesNotExist();
        assertThat(folder.resolve("onprem-execution-service.2026-01-08.0.json.gz")).exists();
        assertThat(size()).isLessThanOrEqualTo(100 * MEGA);
    }

    /**
     * Rolled files are compressed, and old ones deleted, by threads of their own; an appender that
     * is stopped waits for them. A context that is stopped lets them go, for later tests, too.
     */
    private static void stop() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).reset();
    }

    private long size() throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(LogFilesTest::sizeOf).sum();
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long unpacked(Path file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            var bytes = in.readAllBytes();
            assertThat(new String(bytes, 0, 1, StandardCharsets.UTF_8)).isEqualTo("{");
            return bytes.length;
        }
    }

    @Test
    void saysThatADirectoryCannotBeWritten() {
        var missing =
                LogSetup.start(
                        new LogSettings(LogLevel.INFO, 100 * MEGA), folder.resolve("x"), mask);
        assertThat(missing).isEmpty();
        var readOnly =
                LogSetup.start(
                        new LogSettings(LogLevel.INFO, 100 * MEGA), Path.of("/proc/1"), mask);
        assertThat(readOnly)
                .hasValueSatisfying(text -> assertThat(text).contains("/proc/1 cannot be written"));
    }
}
