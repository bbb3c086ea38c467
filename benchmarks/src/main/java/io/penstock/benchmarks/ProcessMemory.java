package io.penstock.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The memory of a process as the kernel counts it, in bytes; 0 once the process has ended. */
public final class ProcessMemory {

    private static final long KIB = 1024;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern SHARE = Pattern.compile("Pss:\\s+(\\d+) kB");

    private ProcessMemory() {}

    /** Most of it that was resident at one time. */
    public static long peak(long pid) {
        return value(pid, "status", PEAK);
    }

    /** Resident now; what it shares with others counts for its part. */
    public static long share(long pid) {
        return value(pid, "smaps_rollup", SHARE);
    }

    private static long value(long pid, String file, Pattern pattern) {
        try {
            var text = Files.readString(Path.of("/proc", Long.toString(pid), file));
            var matcher = pattern.matcher(text);
            return matcher.find() ? Long.parseLong(matcher.group(1)) * KIB : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
