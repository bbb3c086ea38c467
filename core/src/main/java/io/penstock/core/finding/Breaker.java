package io.penstock.core.finding;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/**
 * Holds the closings of a run for a person when there are more than a limit. A wrong answer of a
 * vendor looks like a mass fix; a held one costs a look, a wrong one hides what is open.
 *
 * @param share percent of the findings that were open, 0 to 100; at 100 it holds nothing
 * @param count most closings of one run; null for no such limit
 * @param floor so many closings or fewer are never held, whatever their share
 */
public record Breaker(int share, @Nullable Long count, long floor) {

    public static final Breaker DEFAULT = new Breaker(20, null, 100);

    private static final int WHOLE = 100;

    /**
     * @throws IllegalArgumentException for a share outside 0 to 100, or a negative number
     */
    public Breaker {
        if (share < 0 || share > WHOLE || floor < 0 || (count != null && count < 0)) {
            throw new IllegalArgumentException("no breaker with share " + share);
        }
    }

    /** False while so few closings are never held, so that the open ones need no counting. */
    public boolean counts(long closings) {
        return closings > floor;
    }

    /**
     * Why the closings of a run are held, one sentence; empty when they are not. A limit that is
     * just reached holds nothing.
     *
     * @param closings findings that the run would close
     * @param open findings of the connection that were open before it
     */
    public Optional<String> holds(long closings, long open) {
        if (!counts(closings)) {
            return Optional.empty();
        }
        if (count != null && closings > count) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "%,d closings are more than the %,d allowed in one run.",
                            closings,
                            count));
        }
        // More than all that were open is possible: what the run itself brought may close, too.
        if (share < WHOLE && closings * WHOLE > open * share) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "%,d closings are more than %d %% of the %,d findings that were open.",
                            closings,
                            share,
                            open));
        }
        return Optional.empty();
    }
}
