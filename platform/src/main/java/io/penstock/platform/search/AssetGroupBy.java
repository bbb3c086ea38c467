package io.penstock.platform.search;

/** What assets are grouped by. */
public enum AssetGroupBy {
    CRITICALITY,
    /** Bands of the score. */
    SCORE,
    /** A source that contributed; an asset of several is counted for each. */
    SOURCE,
    /** A tag that a person has put on it; an asset with several is counted for each. */
    TAG,
    OPERATING_SYSTEM
}
