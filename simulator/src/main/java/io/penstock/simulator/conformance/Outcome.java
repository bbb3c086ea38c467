package io.penstock.simulator.conformance;

import java.time.Duration;

/**
 * How a trial ended.
 *
 * @param missing records the client should have and has not
 * @param doubled records it counted more than once
 * @param struck answers that were changed by the fault
 * @param calls the client made
 */
public record Outcome(
        Trial trial,
        Verdict verdict,
        long missing,
        long doubled,
        long struck,
        long calls,
        Duration time) {}
