package io.penstock.simulator;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many calls there were for each path and status, and how many at the same time. Paths beyond
 * the first {@value #PATHS_MAX} are counted together. Safe from any thread.
 */
final class CallLog {

    private static final int PATHS_MAX = 200;

    private final Map<String, Map<Integer, Long>> counts = new TreeMap<>();
    private int now;
    private int most;

    /**
     * @param atOnceMax the greatest number of calls under way at the same time
     * @param byPath path → status → calls
     */
    record Summary(long calls, int atOnce, int atOnceMax, Map<String, Map<Integer, Long>> byPath) {}

    synchronized void begin() {
        now++;
        most = Math.max(most, now);
    }

    /** Counts an answer that was decided on; the call is still under way. */
    synchronized void answered(String path, int status) {
        String counted = counts.containsKey(path) || counts.size() < PATHS_MAX ? path : "other";
        counts.computeIfAbsent(counted, _ -> new TreeMap<>()).merge(status, 1L, Long::sum);
    }

    synchronized void end() {
        now--;
    }

    /** Forgets what was counted; calls under way stay under way. */
    synchronized void clear() {
        counts.clear();
        most = now;
    }

    synchronized Summary summary() {
        Map<String, Map<Integer, Long>> copy = new TreeMap<>();
        long calls = 0;
        for (Map.Entry<String, Map<Integer, Long>> path : counts.entrySet()) {
            copy.put(path.getKey(), new TreeMap<>(path.getValue()));
            calls += path.getValue().values().stream().mapToLong(Long::longValue).sum();
        }
        return new Summary(calls, now, most, copy);
    }
}
