package io.penstock.platform.acceptance;

/**
 * Decisions on the open findings of one asset.
 *
 * @param accepted findings whose risk is accepted; they count in the score all the same
 * @param worst the highest score among them; 0 without any
 * @param falsePositives findings that count in no score
 */
public record AcceptedCounts(long accepted, int worst, long falsePositives) {

    /** The two numbers as a person reads them. */
    public String sentence() {
        return accepted
                + " open findings are accepted risks and count all the same; "
                + falsePositives
                + " are false positives and do not count.";
    }
}
