package io.penstock.core.score;

/** Bands of an asset's score of 0 to 1000 (etm 5.13). */
public enum AssetBand {
    LOW(0),
    MEDIUM(500),
    HIGH(700),
    SEVERE(850);

    private final int from;

    AssetBand(int from) {
        this.from = from;
    }

    /**
     * @param score 0 to 1000
     */
    public static AssetBand of(int score) {
        for (var i = values().length - 1; i >= 0; i--) {
            if (score >= values()[i].from) {
                return values()[i];
            }
        }
        throw new IllegalArgumentException("no band for a score of " + score);
    }
}
