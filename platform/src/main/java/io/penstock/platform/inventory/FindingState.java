package io.penstock.platform.inventory;

import io.penstock.core.finding.FindingStatus;
import io.penstock.core.finding.FindingStatus.SourceStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The state a finding has after the vendor's newest word (etm 5.9).
 *
 * @param fixedAt when the vendor said it was fixed, last time
 * @param reopenedAt when it came back, last time
 */
record FindingState(
        FindingStatus status,
        boolean expired,
        Instant firstFound,
        @Nullable Instant fixedAt,
        @Nullable Instant reopenedAt) {

    static FindingState first(MappedFinding incoming) {
        var word = incoming.state().status();
        return dated(
                FindingStatus.first(word), incoming, incoming.state().firstFound(), null, null);
    }

    /** First found is the minimum over all that was ever said (etm 5.8). */
    static FindingState next(StoredFinding stored, MappedFinding incoming) {
        // Without newer evidence the words are corrected, but nothing was detected again.
        var detected = incoming.changedAt().isAfter(stored.changedAt());
        var word = incoming.state().status();
        var status =
                detected || !stays(stored, word) ? stored.status().next(word) : stored.status();
        var first = earlier(stored.firstFound(), incoming.state().firstFound());
        if (status != stored.status()) {
            return dated(status, incoming, first, stored.fixedAt(), stored.reopenedAt());
        }
        var expired = word == SourceStatus.EXPIRED;
        return new FindingState(status, expired, first, stored.fixedAt(), stored.reopenedAt());
    }

    private static boolean stays(StoredFinding stored, SourceStatus word) {
        return word == SourceStatus.OPEN && stored.status() != FindingStatus.FIXED;
    }

    private static FindingState dated(
            FindingStatus status,
            MappedFinding incoming,
            Instant firstFound,
            @Nullable Instant fixedAt,
            @Nullable Instant reopenedAt) {
        return new FindingState(
                status,
                incoming.state().status() == SourceStatus.EXPIRED,
                firstFound,
                status == FindingStatus.FIXED ? incoming.changedAt() : fixedAt,
                status == FindingStatus.REOPENED ? incoming.changedAt() : reopenedAt);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
