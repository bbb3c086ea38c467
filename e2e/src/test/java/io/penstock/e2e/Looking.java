package io.penstock.e2e;

import io.penstock.launcher.stack.Pause;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Looks again and again at what another process does. */
final class Looking {

    private static final long EVERY_MILLIS = 100;

    private Looking() {}

    /** Whether a condition comes true in time; looks ten times a second, at least once. */
    static boolean within(Duration limit, BooleanSupplier condition) {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Pause.millis(EVERY_MILLIS);
        }
        return true;
    }
}
