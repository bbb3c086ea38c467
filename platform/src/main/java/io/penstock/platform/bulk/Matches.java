package io.penstock.platform.bulk;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.search.ResultPage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads all that a query matches, within a bound. */
final class Matches {

    /** Rows of one reading. */
    static final int PAGE = 500;

    private Matches() {}

    /**
     * @param what is found, for sentences
     * @param most rows
     * @param page from the {@code next} of the page before, or from null
     * @throws FaultException CONFIGURATION when there are more, or none
     */
    static <T> List<T> all(String what, int most, Function<@Nullable String, ResultPage<T>> page) {
        var one = page.apply(null);
        if (!one.exact() || one.count() > most) {
            throw tooMany(what, most, (one.exact() ? "" : "more than ") + number(one.count()));
        }
        var all = new ArrayList<T>(one.rows());
        while (one.next().isPresent() && all.size() <= most) {
            one = page.apply(one.next().get());
            all.addAll(one.rows());
        }
        // More may have come since they were counted.
        if (all.size() > most) {
            throw tooMany(what, most, "more than " + number(most));
        }
        if (all.isEmpty()) {
            throw refused("BULK_NOTHING", "The query matches no " + what + ".", "Widen the query.");
        }
        return all;
    }

    /**
     * @param expected how many the person saw; null when nobody looked
     * @throws FaultException CONFLICT when it is another number now
     */
    static void check(@Nullable Long expected, int found, String what) {
        if (expected != null && expected != found) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "BULK_MOVED",
                    String.format(
                            Locale.ROOT,
                            "The query matched %,d %s before and matches %,d now; nothing was"
                                    + " changed.",
                            expected,
                            what,
                            found),
                    "Look at the new number, then do it again.");
        }
    }

    private static FaultException tooMany(String what, int most, String found) {
        return refused(
                "BULK_TOO_MANY",
                "The query matches %s %s, one step takes up to %s."
                        .formatted(found, what, number(most)),
                "Narrow the query.");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static FaultException refused(String code, String sentence, String hint) {
        return new FaultException(FaultKind.CONFIGURATION, code, sentence, hint);
    }
}
