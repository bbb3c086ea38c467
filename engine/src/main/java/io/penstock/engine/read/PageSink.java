package io.penstock.engine.read;

import io.penstock.core.run.StreamName;
import io.penstock.source.Page;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.Receipt;
import io.penstock.wire.SliceEnd;
import io.penstock.wire.SliceState;
import io.penstock.wire.SliceVerdict;
import io.penstock.wire.SplitSlice;

import java.util.List;

/**
 * Where pages go and slices are kept: the platform's intake of one run. Called by many threads at
 * once; the pages of one slice come one after the other, in the order of their sequences.
 *
 * <p>Every method may throw a {@code FaultException}; a retryable kind means that the same call is
 * made again, so every call must be idempotent.
 */
public interface PageSink {

    /** Takes how a stream was cut; the first plan stays and is the answer. */
    List<SliceState> plan(StreamName stream, PlannedSlices slices);

    /**
     * Cuts a slice in two.
     *
     * @return the new slice
     * @throws io.penstock.core.fault.FaultException CONFLICT when the slice cannot be cut now
     */
    SliceState split(StreamName stream, int slice, SplitSlice cut);

    /** Keeps a page and the position behind it, for good. */
    Receipt deliver(StreamName stream, int slice, long sequence, Page page);

    /** Judges a slice that was read to its end or given up. */
    SliceVerdict end(StreamName stream, int slice, SliceEnd end);
}
