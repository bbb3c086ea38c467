package io.penstock.engine.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;

import io.penstock.engine.config.LogSettings;

import net.logstash.logback.encoder.LogstashEncoder;

import org.slf4j.LoggerFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Sets up logging; called once per process, before the first line. */
public final class LogSetup {

    /** Where a container mounts its log directory (S-164). */
    public static final Path DIRECTORY = Path.of("/var/log/app/onprem-execution-service");

    static final String CONSOLE = "console";
    private static final String NAME = "onprem-execution-service";
    private static final String LINE =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %replace([%property{run}] ){'^\\[\\] $',''}"
                    + "%msg%n";
    private static final long ROLL_AT = 50L * 1024 * 1024;

    /** The cap needs a bound in days, too: the folder is listed once for each of them. */
    private static final int DAYS_KEPT = 366;

    private LogSetup() {}

    /**
     * @param mask hides secrets in every line
     * @return why there is no log file although the directory exists; empty when all is well
     */
    public static Optional<String> start(LogSettings settings, Path directory, SecretMask mask) {
        return start(settings, directory, mask, ROLL_AT);
    }

    /**
     * @param rollAt bytes of a file
     */
    static Optional<String> start(
            LogSettings settings, Path directory, SecretMask mask, long rollAt) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty(RunMark.PROPERTY, "");
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        context.getLogger("io.penstock").setLevel(Level.valueOf(settings.level().name()));
        addConsole(context, root, mask);
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        if (!Files.isWritable(directory)) {
            return Optional.of(
                    "The log directory "
                            + directory
                            + " cannot be written, so there is no log file;"
                            + " give the container's user write permission on it.");
        }
        addFile(context, root, new LogFile(directory, settings.totalBytes(), rollAt), mask);
        return Optional.empty();
    }

    private record LogFile(Path directory, long totalBytes, long rollAt) {

        /**
         * What rolled files may take. The live file counts too, and so does the newest rolled one:
         * old files are deleted while it is still being compressed, so it is not seen then. JSON
         * lines shrink to less than half.
         */
        long rolledBytes() {
            return totalBytes - rollAt - rollAt / 2;
        }
    }

    private static void addConsole(LoggerContext context, Logger root, SecretMask mask) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        encoder.start();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(context);
        console.setName(CONSOLE);
        console.setEncoder(new MaskedEncoder(encoder, mask));
        console.start();
        root.addAppender(console);
    }

    private static void addFile(LoggerContext context, Logger root, LogFile log, SecretMask mask) {
        var encoder = new LogstashEncoder();
        encoder.setContext(context);
        encoder.start();
        var file = new RollingFileAppender<ILoggingEvent>();
        file.setContext(context);
        file.setFile(log.directory().resolve(NAME + ".json").toString());
        file.setEncoder(new MaskedEncoder(encoder, mask));
        var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(log.directory().resolve(NAME) + ".%d{yyyy-MM-dd}.%i.json.gz");
        policy.setMaxFileSize(new FileSize(log.rollAt()));
        policy.setTotalSizeCap(new FileSize(log.rolledBytes()));
        policy.setMaxHistory(DAYS_KEPT);
        policy.start();
        file.setRollingPolicy(policy);
        file.start();
        root.addAppender(file);
    }
}
