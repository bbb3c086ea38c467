package io.penstock.platform.intake;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;

/** Bounds and numbers as an engine sends them, checked. */
final class EngineText {

    /** No vendor has that many records; a wrong number must not unbalance the ledger. */
    private static final long COUNT_MAX = 1_000_000_000_000L;

    private EngineText() {}

    /**
     * For the vendor to read again: kept as it is.
     *
     * @throws FaultException MALFORMED when it is missing, too long or holds a control character
     */
    static String exact(String what, @Nullable String text, int max) {
        if (text == null || text.length() > max) {
            throw refused(
                    what
                            + " has "
                            + (text == null ? "no" : text.length())
                            + " characters, at most "
                            + max
                            + ".");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw refused(what + " holds a control character.");
        }
        return text;
    }

    /**
     * @throws FaultException MALFORMED below -1 and beyond what a vendor can have
     */
    static long count(String what, long number) {
        if (number < -1 || number > COUNT_MAX) {
            throw refused(what + " is " + number + ", allowed are -1 to " + COUNT_MAX + ".");
        }
        return number;
    }

    static FaultException refused(String sentence) {
        return new FaultException(
                FaultKind.MALFORMED,
                "MESSAGE_BOUNDS",
                sentence,
                "Use an engine of the platform's version.");
    }
}
