package io.penstock.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Looks at the memory of processes while they run. Peaks of single processes come from the kernel's
 * own high-water mark; PostgreSQL's is the highest sum seen, since its processes come and go and
 * share their buffers.
 */
final class MemoryWatch implements AutoCloseable {

    private static final long EVERY_MILLIS = 250;
    private static final long KIB = 1024;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern SHARE = Pattern.compile("Pss:\\s+(\\d+) kB");

    private final Map<String, Long> pids = new ConcurrentHashMap<>();
    private final Map<String, Long> peaks = new ConcurrentHashMap<>();
    private final long postgres;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("memory").factory());

    /**
     * @param postgres the process id of the database server
     */
    MemoryWatch(long postgres) {
        this.postgres = postgres;
        clock.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void watch(String name, long pid) {
        pids.put(name, pid);
    }

    /** Bytes; 0 for what was never seen. */
    long peak(String name) {
        return peaks.getOrDefault(name, 0L);
    }

    long postgresPeak() {
        return peak("postgres");
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void look() {
        pids.forEach((name, pid) -> keep(name, value(pid, "status", PEAK)));
        var sum =
                value(postgres, "smaps_rollup", SHARE)
                        + ProcessHandle.of(postgres).stream()
                                .flatMap(ProcessHandle::descendants)
                                .mapToLong(child -> value(child.pid(), "smaps_rollup", SHARE))
                                .sum();
        keep("postgres", sum);
    }

    private void keep(String name, long bytes) {
        peaks.merge(name, bytes, Math::max);
    }

    private static long value(long pid, String file, Pattern pattern) {
        try {
            var text = Files.readString(Path.of("/proc", Long.toString(pid), file));
            var matcher = pattern.matcher(text);
            return matcher.find() ? Long.parseLong(matcher.group(1)) * KIB : 0;
        } catch (IOException e) {
            // The process has ended between two looks.
            return 0;
        }
    }
}
