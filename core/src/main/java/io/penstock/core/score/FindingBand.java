package io.penstock.core.score;

/** Bands of a vulnerability's score of 1 to 100 (etm 5.11). */
public enum FindingBand {
    LOW(1),
    MEDIUM(40),
    HIGH(70),
    CRITICAL(90);

    private static final int MOST = 100;

    private final int from;

    FindingBand(int from) {
        this.from = from;
    }

    /** The lowest score of the band. */
    public int from() {
        return from;
    }

    /** The highest score of the band. */
    public int to() {
        var to = MOST;
        for (var band : values()) {
            to = band.from > from ? Math.min(to, band.from - 1) : to;
        }
        return to;
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
