package io.penstock.core.score;

/** Bands of a vulnerability's score of 1 to 100 (etm 5.11). */
public enum FindingBand {
    LOW(1),
    MEDIUM(40),
    HIGH(70),
    CRITICAL(90);

    /** The lowest score of the band. */
    private final int from;

    FindingBand(int from) {
        this.from = from;
    }

    public int from() {
        return from;
    }

    /**
     * @param score 1 to 100
     */
    public static FindingBand of(int score) {
        for (var i = values().length - 1; i >= 0; i--) {
            if (score >= values()[i].from) {
                return values()[i];
            }
        }
        throw new IllegalArgumentException("no band for a score of " + score);
    }
}
