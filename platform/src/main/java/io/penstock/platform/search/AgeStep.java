package io.penstock.platform.search;

import java.util.Arrays;

/** The steps in which ages are counted, in whole days. */
public enum AgeStep {
    WEEK(0, 7),
    MONTH(8, 30),
    QUARTER(31, 90),
    HALF_YEAR(91, 180),
    YEAR(181, 365),
    /** Up to the largest number of days a query can name. */
    OLDER(366, 99_999);

    private final int from;
    private final int to;

    AgeStep(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /**
     * @param key of one of them
     */
    static AgeStep of(String key) {
        return Arrays.stream(values())
                .filter(step -> step.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step begins on day " + key));
    }

    /** Its first day, as text. */
    String key() {
        return String.valueOf(from);
    }

    /** First day of this step. */
    public int from() {
        return from;
    }

    /** What a person reads. */
    public String label() {
        return this == OLDER ? "over 365 days" : from + " to " + to + " days";
    }

    /** Of a query over findings. */
    public String term() {
        return switch (this) {
            case WEEK -> "finding.detectionAge<=" + to;
            case OLDER -> "finding.detectionAge>=" + from;
            default -> "finding.detectionAge:[" + from + " .. " + to + "]";
        };
    }
}
