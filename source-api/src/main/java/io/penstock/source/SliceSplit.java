package io.penstock.source;

/**
 * Where a slice that is being read can be cut in two: the reader keeps what lies below, another
 * thread takes what lies from there on.
 *
 * @param at the first one's new exclusive upper bound and the second one's inclusive lower bound
 * @param before the vendor's number of records of the whole first part, read ones included
 * @param after the vendor's number of records of the second part
 */
public record SliceSplit(String at, long before, long after) {

    public SliceSplit {
        if (at.isEmpty() || at.length() > PlannedSlice.BOUND_LENGTH_MAX) {
            throw new IllegalArgumentException("a slice is split at a key of its own");
        }
    }
}
