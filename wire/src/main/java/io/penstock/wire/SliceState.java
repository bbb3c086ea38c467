package io.penstock.wire;

/**
 * A slice as the platform has it.
 *
 * @param position where reading goes on; empty at the start
 * @param nextSequence the sequence of the next page to deliver, counted from 0
 * @param ended true when the last page has arrived; only the end report may be missing
 * @param closed true when the slice was judged: nothing is to be done
 * @param expected the vendor's number of records when the slice was planned or split, or -1
 */
public record SliceState(
        int number,
        String lower,
        String upper,
        String position,
        long nextSequence,
        boolean ended,
        boolean closed,
        long expected) {}
