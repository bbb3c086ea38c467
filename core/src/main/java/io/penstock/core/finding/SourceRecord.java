package io.penstock.core.finding;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * What one source says of a finding, as far as it counts for bringing several together.
 *
 * @param trust of its connection; lower is more trusted
 * @param missingSince since when complete full runs of its source have not reported it
 */
public record SourceRecord(
        UUID id,
        int trust,
        Port port,
        Instant firstFound,
        Instant lastFound,
        boolean suppressed,
        boolean expired,
        @Nullable Instant missingSince) {

    /** Oldest first; the first of a finding's records gives it its id. */
    static final Comparator<SourceRecord> CANONICAL =
            Comparator.comparing(SourceRecord::firstFound).thenComparing(SourceRecord::id);

    /** The record whose status, severity and texts count comes first. */
    static final Comparator<SourceRecord> BY_WEIGHT =
            Comparator.comparing(SourceRecord::lastFound)
                    .reversed()
                    .thenComparingInt(SourceRecord::trust)
                    .thenComparing(SourceRecord::id);

    /**
     * Where on the machine it was found.
     *
     * @param number 0 to 65535, or null when the source does not say
     * @param protocol in lower case, or null; counts beside a number only
     */
    public record Port(@Nullable Integer number, @Nullable String protocol) {

        public static final Port NONE = new Port(null, null);
    }
}
