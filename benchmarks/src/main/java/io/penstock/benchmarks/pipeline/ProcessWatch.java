package io.penstock.benchmarks.pipeline;

import io.penstock.benchmarks.ProcessMemory;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Looks at the memory and the CPU time of processes while they run. Peaks of single processes come
 * from the kernel's own high-water mark; PostgreSQL's is the highest sum seen, since its processes
 * come and go and share their buffers.
 */
final class ProcessWatch implements AutoCloseable {

    private static final long EVERY_MILLIS = 250;

    private static final String POSTGRES = "PostgreSQL";

    private final Map<Long, String> names = new ConcurrentHashMap<>();
    private final Map<Long, Duration> cpu = new ConcurrentHashMap<>();
    private final Map<String, Long> peaks = new ConcurrentHashMap<>();
    private final long postgres;
    private final Thread looker =
            Thread.ofPlatform().daemon().name("watch").unstarted(this::lookOn);

    /**
     * @param postgres the process id of the database server
     */
    ProcessWatch(long postgres) {
        this.postgres = postgres;
        looker.start();
    }

    void watch(String name, long pid) {
        names.put(pid, name);
    }

    /** Bytes; 0 for what was never seen. */
    long peak(String name) {
        return peaks.getOrDefault(name, 0L);
    }

    long postgresPeak() {
        return peak(POSTGRES);
    }

    /** CPU time so far by name, of all processes that had it. */
    Map<String, Duration> cpu() {
        look();
        var sums = new TreeMap<String, Duration>();
        cpu.forEach((pid, time) -> {
            var name = names.getOrDefault(pid, POSTGRES);
            sums.merge(name, time, Duration::plus);
        });
        return sums;
    }

    @Override
    public void close() {
        looker.interrupt();
    }

    private void lookOn() {
        try {
            while (true) {
                look();
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        names.forEach((pid, name) -> {
            keep(name, ProcessMemory.peak(pid));
            ProcessHandle.of(pid).ifPresent(this::keepCpu);
        });
        var servers =
                ProcessHandle.of(postgres).stream()
                        .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                        .toList();
        servers.forEach(this::keepCpu);
        keep(
                POSTGRES,
                servers.stream().mapToLong(server -> ProcessMemory.share(server.pid())).sum());
    }

    private void keepCpu(ProcessHandle process) {
        process.info().totalCpuDuration().ifPresent(time -> cpu.put(process.pid(), time));
    }

    private void keep(String name, long bytes) {
        peaks.merge(name, bytes, Math::max);
    }
}
