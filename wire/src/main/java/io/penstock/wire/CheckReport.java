package io.penstock.wire;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * What a connection test found.
 *
 * @param check the order it answers, or null when it was made from the engine's command line
 * @param engineHost the machine that tested
 */
public record CheckReport(
        @Nullable UUID check, String engineVersion, String engineHost, List<Step> steps) {

    public static final int STEPS_MAX = 50;

    /**
     * One step in the order they were tried.
     *
     * @param outcome {@code OK}, {@code FAILED} or {@code SKIPPED}
     * @param millis how long it took
     * @param sentence what was found or what failed
     * @param hint how to mend it, or empty
     */
    public record Step(String name, String outcome, long millis, String sentence, String hint) {}

    public CheckReport {
        steps = List.copyOf(steps);
    }
}
