package io.penstock.platform.search;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A finding as an export has it: all of {@link FindingDetail} but its single sources and events,
 * and the machine it is on.
 */
public record ExportedFinding(
        FindingRow row,
        FindingDetail.Vulnerability vulnerability,
        FindingDetail.Origin origin,
        Times times,
        Machine machine,
        Context context) {

    /**
     * When it changed, beside the first and the last sight, which the row has.
     *
     * @param missingSince since when complete full runs have not reported it
     */
    public record Times(
            @Nullable Instant fixedAt,
            @Nullable Instant reopenedAt,
            @Nullable Instant missingSince,
            Instant changedAt) {}

    /**
     * What others say of it than its sources.
     *
     * @param epss null when no list was loaded, or it lacks the CVE
     * @param decision one that holds, of several a false positive before an accepted risk
     */
    public record Context(@Nullable Epss epss, @Nullable Decision decision) {

        /** Nobody says anything. */
        public static final Context NONE = new Context(null, null);
    }

    /**
     * How likely the CVE is exploited within 30 days.
     *
     * @param probability 0 to 1
     * @param percentile 0 to 1
     * @param modelDate the day of the list
     */
    public record Epss(BigDecimal probability, BigDecimal percentile, LocalDate modelDate) {}

    /**
     * What a person decided.
     *
     * @param kind RISK_ACCEPTED or FALSE_POSITIVE
     */
    public record Decision(String kind, String reason, Instant decidedAt, Instant until) {

        public boolean falsePositive() {
            return kind.equals("FALSE_POSITIVE");
        }
    }
}
