package io.penstock.vendor.tidewater;

import io.penstock.core.run.Slice;

/**
 * The record numbers a call is about: Tidewater numbers everything from 1 and never renumbers.
 *
 * @param from inclusive
 * @param below exclusive
 */
record NumberRange(long from, long below) {

    static final NumberRange ALL = new NumberRange(0, Long.MAX_VALUE);

    static NumberRange of(Slice slice) {
        return new NumberRange(
                slice.lower().isEmpty() ? ALL.from : Long.parseLong(slice.lower()),
                slice.upper().isEmpty() ? ALL.below : Long.parseLong(slice.upper()));
    }

    /** What is left of the range after a record. */
    NumberRange after(long number) {
        return new NumberRange(Math.max(from, number + 1), below);
    }

    NumberRange upTo(long end) {
        return new NumberRange(from, end);
    }
}
