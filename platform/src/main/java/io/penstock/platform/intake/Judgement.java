package io.penstock.platform.intake;

import java.util.Locale;

/**
 * What the counts of one reading of a slice say.
 *
 * @param reason why the slice is not proved complete, one sentence without its full stop; empty
 *     when it is sealed
 */
record Judgement(Outcome outcome, String reason) {

    /** How often a slice is read before it is called incomplete. */
    static final int ATTEMPTS_MAX = 2;

    /** What follows. */
    enum Outcome {
        SEALED,
        /** To be read once more from its start. */
        AGAIN,
        INCOMPLETE
    }

    /**
     * A full read is complete when distinct records = the vendor's number. Of a delta, records that
     * changed since they were read have left the window upwards and belong to the next one, so more
     * may have come than the vendor still counts.
     *
     * @param delta the stream's window has a beginning
     * @param attempt from 1
     * @param vendorTotal -1 when the vendor could not be asked
     * @param fault why the slice was given up, or empty
     */
    static Judgement of(boolean delta, int attempt, long distinct, long vendorTotal, String fault) {
        var proved =
                vendorTotal >= 0 && (delta ? distinct >= vendorTotal : distinct == vendorTotal);
        if (proved && fault.isEmpty()) {
            return new Judgement(Outcome.SEALED, "");
        }
        var why = fault.isEmpty() ? counts(distinct, vendorTotal) : withoutStop(fault);
        return attempt < ATTEMPTS_MAX
                ? new Judgement(Outcome.AGAIN, why)
                : new Judgement(Outcome.INCOMPLETE, why + ", after a second read");
    }

    private static String counts(long distinct, long vendorTotal) {
        return vendorTotal < 0
                ? String.format(
                        Locale.ROOT,
                        "%,d distinct records received, the vendor did not say how many it has",
                        distinct)
                : String.format(
                        Locale.ROOT,
                        "%,d distinct records received, the vendor has %,d",
                        distinct,
                        vendorTotal);
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
