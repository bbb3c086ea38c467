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

import io.penstock.engine.config.LogLevel;

import net.logstash.logback.encoder.LogstashEncoder;

import org.slf4j.LoggerFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Sets up logging; called once per process, before the first line. */
public final class LogSetup {

    /** Where a container mounts its log directory (S-164). */
    public static final Path DIRECTORY = Path.of("/var/log/app/onprem-execution-service");

    private static final String NAME = "onprem-execution-service";
    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %msg%n";
    private static final FileSize ROLL_AT = FileSize.valueOf("50MB");
    private static final FileSize ALL_MAX = FileSize.valueOf("2GB");

    private LogSetup() {}

    /**
     * @return why there is no log file although the directory exists; empty when all is well
     */
    public static Optional<String> start(LogLevel level, Path directory) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        context.getLogger("io.penstock").setLevel(Level.valueOf(level.name()));
        addConsole(context, root);
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
        addFile(context, root, directory);
        return Optional.empty();
    }

    private static void addConsole(LoggerContext context, Logger root) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        encoder.start();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(context);
        console.setEncoder(encoder);
        console.start();
        root.addAppender(console);
    }

    private static void addFile(LoggerContext context, Logger root, Path directory) {
        var encoder = new LogstashEncoder();
        encoder.setContext(context);
        encoder.start();
        var file = new RollingFileAppender<ILoggingEvent>();
        file.setContext(context);
        file.setFile(directory.resolve(NAME + ".json").toString());
        file.setEncoder(encoder);
        var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(directory.resolve(NAME) + ".%d{yyyy-MM-dd}.%i.json.gz");
        policy.setMaxFileSize(ROLL_AT);
        policy.setTotalSizeCap(ALL_MAX);
        policy.setMaxHistory(Integer.MAX_VALUE);
        policy.start();
        file.setRollingPolicy(policy);
        file.start();
        root.addAppender(file);
    }
}
