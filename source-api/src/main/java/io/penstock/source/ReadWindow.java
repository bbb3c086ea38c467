package io.penstock.source;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The time a run looks at, fixed once when the run is opened (UTC).
 *
 * @param from inclusive; null reads everything (a full run)
 * @param until exclusive upper end; the run's start
 */
public record ReadWindow(@Nullable Instant from, Instant until) {

    public ReadWindow {
        if (from != null && !from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "window from " + from + " does not lie before " + until);
        }
    }

    public static ReadWindow full(Instant until) {
        return new ReadWindow(null, until);
    }

    public boolean isFull() {
        return from == null;
    }
}
