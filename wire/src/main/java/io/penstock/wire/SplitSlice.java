package io.penstock.wire;

/**
 * The engine cuts a slice it is reading in two. The slice keeps its position and ends at {@code
 * at}; the rest becomes a slice of its own.
 *
 * @param at the new exclusive upper bound of the slice, lower bound of the new one
 * @param before the vendor's number of records of what the slice keeps
 * @param after the vendor's number of records of the new slice
 */
public record SplitSlice(String at, long before, long after) {}
