package io.penstock.vendor.crowdstrike;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a key range while slices are planned.
 *
 * @param lower inclusive
 * @param upper exclusive
 * @param count the vendor's number of records between them
 */
record Segment(KeyBound lower, KeyBound upper, long count) {

    /**
     * Bounds that cut it into about so many parts of equal length; fewer, or none, when it is too
     * short. A second is cut in two by ids, if that is allowed.
     */
    List<KeyBound> cuts(int parts, boolean byId) {
        var seconds = Duration.between(lower.second(), upper.second()).toSeconds();
        var cuts = new ArrayList<KeyBound>();
        if (seconds > 1 && lower.ids() == 0 && upper.ids() == 0) {
            var wanted = Math.min(parts, seconds);
            for (long i = 1; i < wanted; i++) {
                cuts.add(new KeyBound(lower.second().plusSeconds(seconds * i / wanted), 0));
            }
        } else if (byId) {
            var end = upper.second().equals(lower.second()) ? upper.ids() : IdKey.END;
            var middle = (lower.ids() + end) / 2;
            if (middle > lower.ids()) {
                cuts.add(new KeyBound(lower.second(), middle));
            }
        }
        return cuts;
    }

    /** Whether one filter can cover this piece and the following one. */
    boolean joins(Segment following) {
        var whole = lower.ids() == 0 && following.upper.ids() == 0;
        return whole || following.upper.compareTo(lower.nextSecond()) <= 0;
    }

    Segment with(Segment following) {
        return new Segment(lower, following.upper, count + following.count);
    }
}
