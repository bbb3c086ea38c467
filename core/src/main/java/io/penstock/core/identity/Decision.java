package io.penstock.core.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * What a person said of two records, present or not. Of several on one pair the latest counts;
 * revoked ones are not given.
 *
 * @param decidedAt which of two decisions is the later one; at the same time APART counts
 */
public record Decision(Kind kind, UUID a, UUID b, Instant decidedAt) {

    /** Whether two records are one machine. */
    public enum Kind {
        TOGETHER,
        APART
    }

    /** Puts the smaller id first, so that a pair has one spelling. */
    public Decision {
        if (a.equals(b)) {
            throw new IllegalArgumentException("a decision needs two records, got " + a + " twice");
        }
        if (a.compareTo(b) > 0) {
            var smaller = b;
            b = a;
            a = smaller;
        }
    }
}
