package io.penstock.platform.closing;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.finding.Breaker;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * What a profile's runs may close.
 *
 * @param retainMissing false: what a complete full run does not report any more is closed (B-46)
 */
public record ClosingSettings(boolean retainMissing, Breaker breaker) {

    /** What a new profile begins with. */
    public static final ClosingSettings DEFAULT = new ClosingSettings(true, Breaker.DEFAULT);

    public static final long NUMBER_MAX = 1_000_000_000;

    private static final long SHARE_MAX = 100;

    /**
     * Takes limits as they come from outside.
     *
     * @param count null for no such limit
     * @throws FaultException CONFIGURATION naming the one that is out of its bounds
     */
    public static ClosingSettings checked(
            boolean retainMissing, long share, @Nullable Long count, long floor) {
        within("share", share, SHARE_MAX);
        within("count", count == null ? 0 : count, NUMBER_MAX);
        within("floor", floor, NUMBER_MAX);
        return new ClosingSettings(retainMissing, new Breaker((int) share, count, floor));
    }

    private static void within(String name, long value, long max) {
        if (value < 0 || value > max) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "BREAKER_RANGE",
                    String.format(
                            Locale.ROOT, "'%s' is %d, allowed are 0 to %d.", name, value, max),
                    "");
        }
    }
}
