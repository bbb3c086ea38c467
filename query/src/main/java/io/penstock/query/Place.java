package io.penstock.query;

/**
 * Where a part of a query was written: its 1-based column. Any two places are equal, so that two
 * trees are equal whenever they mean the same, however they were spaced.
 */
public record Place(int column) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Place;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
