package io.penstock.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedFileNamingAndTriggeringPolicy;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;

import io.penstock.engine.config.LogLevel;
import io.penstock.engine.config.LogSettings;

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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** The real files of thirty days, written in a moment: only the policy's clock is stepped. */
@Isolated("sets up the process's log")
class LogMonthTest {

    private static final long ROLL_AT = 100_000;
    private static final long TOTAL = 10 * ROLL_AT;
    private static final int LINES_AN_HOUR = 5;
    private static final int LINES_A_DAY = 24 * LINES_AN_HOUR;
    private static final String PLAIN = "plain ".repeat(160);
    private static final int NOISE = 700;
    private static final Pattern MARK = Pattern.compile("day (\\d+) line (\\d+) ");
    private static final Logger LOG = LoggerFactory.getLogger("io.penstock.engine.log.Sample");

    @TempDir private Path folder;

    private final SplittableRandom random = new SplittableRandom(11);

    @AfterEach
    void closeFiles() {
        context().reset();
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    @Test
    void keepsTheTotalAtTheEndOfEachOfThirtyDaysAndAllOfTheNewestDay() throws Exception {
        var settings = new LogSettings(LogLevel.INFO, TOTAL);
        assertThat(LogSetup.start(settings, folder, new SecretMask(), ROLL_AT)).isEmpty();
        context().getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(LogSetup.CONSOLE);
        var clock = clock();
        var now = clock.getCurrentTime();
        var written = 0L;
        for (var day = 1; day <= 30; day++) {
            for (var line = 0; line < LINES_A_DAY; line++) {
                now += Duration.ofDays(1).toMillis() / LINES_A_DAY;
                clock.setCurrentTime(now);
                log(day, line);
                written += NOISE;
                if (line % LINES_AN_HOUR == 0) {
                    awaitRolled();
                }
            }
            awaitRolled();
            assertThat(size()).as("bytes after day " + day).isLessThanOrEqualTo(TOTAL);
            assertThat(linesOf(day))
                    .as("lines of day " + day)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, LINES_A_DAY).boxed().toList());
        }
        assertThat(written).as("what gzip could not shorten").isGreaterThan(2 * TOTAL);
        assertThat(linesOf(1)).as("the oldest day went first").isEmpty();
    }

    /** What the appender asks for the time. */
    private static TimeBasedFileNamingAndTriggeringPolicy<?> clock() {
        var appenders = context().getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
        var file = (RollingFileAppender<ILoggingEvent>) appenders.next();
        return ((TimeBasedRollingPolicy<?>) file.getRollingPolicy())
                .getTimeBasedFileNamingAndTriggeringPolicy();
    }

    /** A line that gzip shortens less than real ones. */
    private void log(int day, int line) {
        var noise = new byte[NOISE];
        random.nextBytes(noise);
        LOG.info(
                "day {} line {} {}{}", day, line, PLAIN, Base64.getEncoder().encodeToString(noise));
    }

    /**
     * Takes the place of the time that passes before the next file is full.
     *
     * <p>Rolled files are compressed, and old ones deleted, by a few threads that take their jobs
     * in order: when all of them are here at once, they have nothing else left.
     */
    private static void awaitRolled() throws Exception {
        var threads = ((ThreadPoolExecutor) context().getExecutorService()).getCorePoolSize();
        awaitAll(context().getExecutorService(), threads);
        awaitAll(context().getAlternateExecutorService(), threads);
    }

    private static void awaitAll(ExecutorService jobs, int threads) throws Exception {
        var meeting = new CyclicBarrier(threads);
        var all =
                IntStream.range(0, threads)
                        .mapToObj(_ -> CompletableFuture.runAsync(() -> meet(meeting), jobs))
                        .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(all).get(30, TimeUnit.SECONDS);
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private long size() throws IOException {
        var size = 0L;
        for (var file : files()) {
            size += Files.size(file);
        }
        return size;
    }

    private List<Integer> linesOf(int day) throws IOException {
        return files().stream()
                .flatMap(file -> Arrays.stream(text(file).split("\n")))
                .map(MARK::matcher)
                .filter(found -> found.find() && Integer.parseInt(found.group(1)) == day)
                .map(found -> Integer.parseInt(found.group(2)))
                .toList();
    }

    private static String text(Path file) {
        try (var raw = Files.newInputStream(file);
                var in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
