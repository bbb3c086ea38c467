package io.penstock.core.finding;

import io.penstock.core.finding.FindingStatus.SourceStatus;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * One word on one record of a finding: what the vendor said, or what a complete run showed.
 *
 * @param at the vendor's time of the record; of {@link Kind#MISSING}, {@link Kind#MISSING_FIXED}
 *     and {@link Kind#SEEN} the end of the window of the run that showed it
 * @param evidence the run that read it from the vendor
 * @param runId the run that wrote it; another one than {@code evidence} when it was a replay
 * @param contentHash over all the vendor said with it; zeros for what a run showed
 */
public record Word(
        Kind kind, Instant at, long evidence, long runId, UUID contentHash, Standing standing)
        implements Comparable<Word> {

    private static final Comparator<Word> BY_AGE =
            Comparator.comparing(Word::at)
                    .thenComparingLong(Word::evidence)
                    .thenComparingLong(Word::runId)
                    .thenComparing(Word::contentHash)
                    .thenComparing(Word::kind)
                    .thenComparing(Word::standing);

    /** What is said. Codes are what the database holds. */
    public enum Kind {
        OPEN(1),
        REOPENED(2),
        FIXED(3),
        /** The vendor lost sight of the host. */
        EXPIRED(4),
        /** A complete full run did not report it: marked, no more. */
        MISSING(5),
        /** The same, where the profile says that this closes it (B-46). */
        MISSING_FIXED(6),
        /** Reported again as it was before it was missing. */
        SEEN(7);

        private final short code;

        Kind(int code) {
            this.code = (short) code;
        }

        public short code() {
            return code;
        }

        public static Kind of(int code) {
            for (var kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no word on a finding has code " + code);
        }

        public static Kind of(SourceStatus said) {
            return switch (said) {
                case OPEN -> OPEN;
                case REOPENED -> REOPENED;
                case FIXED -> FIXED;
                case EXPIRED -> EXPIRED;
            };
        }

        /** True for a word of the vendor, false for what a run showed. */
        public boolean vendors() {
            return compareTo(EXPIRED) <= 0;
        }

        /** True when it says that the finding is there. */
        public boolean opening() {
            return this == OPEN || this == REOPENED;
        }

        /** True when it shows that the vendor still knows the record. */
        public boolean report() {
            return vendors() || this == SEEN;
        }

        /** True when it closes what is open. */
        public boolean closing() {
            return this == FIXED || this == MISSING_FIXED;
        }
    }

    /** Whether a word moves anything. */
    public enum Standing {
        COUNTS,
        /** A closing that waits until its run is proved complete, or for a person. */
        HELD,
        /** A closing that a person has turned down. */
        REJECTED
    }

    /** By age, oldest first: time, then the run that read it, then the one that wrote it. */
    @Override
    public int compareTo(Word other) {
        return BY_AGE.compare(this, other);
    }

    public boolean youngerThan(Word other) {
        return compareTo(other) > 0;
    }

    public boolean counts() {
        return standing == Standing.COUNTS;
    }

    /** The same word with another standing. */
    public Word with(Standing other) {
        return new Word(kind, at, evidence, runId, contentHash, other);
    }

    /** The same word, written by another run. */
    public Word by(long run) {
        return new Word(kind, at, evidence, run, contentHash, standing);
    }

    Word as(Kind other) {
        return new Word(other, at, evidence, runId, contentHash, standing);
    }

    /** True when both are one word of the vendor, delivered twice. */
    public boolean repeats(Word other) {
        return kind == other.kind && at.equals(other.at) && contentHash.equals(other.contentHash);
    }
}
