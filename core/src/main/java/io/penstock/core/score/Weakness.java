package io.penstock.core.score;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * How bad a vulnerability is by itself.
 *
 * @param cvss2 CVSS base score by version, 0.0 to 10.0, or null
 * @param severity 1 minimal to 5 urgent, or null; counts only without any CVSS score
 */
public record Weakness(
        @Nullable BigDecimal cvss2,
        @Nullable BigDecimal cvss3,
        @Nullable BigDecimal cvss4,
        @Nullable Integer severity) {

    private static final String[] STAND_IN = {"1.0", "3.0", "5.5", "8.0", "9.5"};

    public Weakness {
        check(cvss2);
        check(cvss3);
        check(cvss4);
        if (severity != null && (severity < 1 || severity > 5)) {
            throw new IllegalArgumentException("no severity: " + severity);
        }
    }

    private static void check(@Nullable BigDecimal score) {
        if (score != null && (score.signum() < 0 || score.compareTo(BigDecimal.TEN) > 0)) {
            throw new IllegalArgumentException("no CVSS base score: " + score);
        }
    }

    /**
     * The base that counts.
     *
     * @param value 0.0 to 10.0
     * @param origin begins a sentence
     */
    record BaseScore(BigDecimal value, String origin) {}

    /** The newest version of CVSS; without any, a number that stands for the severity. */
    BaseScore base() {
        if (cvss4 != null) {
            return new BaseScore(cvss4, "CVSS 4 base score " + cvss4);
        }
        if (cvss3 != null) {
            return new BaseScore(cvss3, "CVSS 3 base score " + cvss3);
        }
        if (cvss2 != null) {
            return new BaseScore(cvss2, "CVSS 2 base score " + cvss2);
        }
        var known = severity == null ? 3 : severity;
        var value = new BigDecimal(STAND_IN[known - 1]);
        return new BaseScore(
                value,
                (severity == null
                                ? "No CVSS score and no severity, taken as "
                                : "No CVSS score, severity " + severity + " stands for ")
                        + value);
    }
}
