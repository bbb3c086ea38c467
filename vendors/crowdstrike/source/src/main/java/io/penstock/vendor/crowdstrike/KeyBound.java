package io.penstock.vendor.crowdstrike;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * A bound of a slice, such as {@code 2026-01-01T00:00:00Z}, or {@code 2026-01-01T00:00:00Z/a} when
 * one second had to be cut by host ids.
 *
 * @param second a whole second, because the vendor's timestamps are
 * @param ids a key of {@link IdKey}; 0 is the second's own beginning
 */
record KeyBound(Instant second, int ids) implements Comparable<KeyBound> {

    private static final Comparator<KeyBound> ORDER =
            Comparator.comparing(KeyBound::second).thenComparingInt(KeyBound::ids);

    static KeyBound at(Instant instant) {
        return new KeyBound(instant.truncatedTo(ChronoUnit.SECONDS), 0);
    }

    /** The beginning of the next second. */
    KeyBound nextSecond() {
        return new KeyBound(second.plusSeconds(1), 0);
    }

    /**
     * Reads a bound of a slice.
     *
     * @throws IllegalArgumentException when it is not one of ours
     */
    static KeyBound parse(String text) {
        var slash = text.indexOf('/');
        try {
            return slash < 0
                    ? new KeyBound(Instant.parse(text), 0)
                    : new KeyBound(
                            Instant.parse(text.substring(0, slash)),
                            IdKey.parse(text.substring(slash + 1)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no bound of a slice", e);
        }
    }

    String text() {
        return ids == 0 ? second.toString() : second + "/" + IdKey.text(ids);
    }

    @Override
    public int compareTo(KeyBound other) {
        return ORDER.compare(this, other);
    }
}
