package io.penstock.engine.read;

import io.penstock.core.run.Slice;
import io.penstock.core.run.StreamName;
import io.penstock.engine.retry.CallFailed;
import io.penstock.engine.retry.Retries;
import io.penstock.source.Page;
import io.penstock.source.PlannedSlice;
import io.penstock.source.SliceSplit;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.Receipt;
import io.penstock.wire.SliceEnd;
import io.penstock.wire.SliceState;
import io.penstock.wire.SliceVerdict;
import io.penstock.wire.SplitSlice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;

/** A sink whose calls are repeated. */
final class SinkSide {

    private static final Logger LOG = LoggerFactory.getLogger(SinkSide.class);

    private final PageSink sink;
    private final Retries retries;

    SinkSide(PageSink sink, Retries retries) {
        this.sink = sink;
        this.retries = retries;
    }

    List<SliceState> plan(StreamName stream, List<PlannedSlice> slices) {
        var bounds =
                slices.stream()
                        .map(s -> new PlannedSlices.Bounds(s.lower(), s.upper(), s.expected()))
                        .toList();
        return retries.call(() -> sink.plan(stream, new PlannedSlices(bounds)));
    }

    Receipt deliver(Slice slice, long sequence, Page page) {
        return retries.call(() -> sink.deliver(slice.stream(), slice.number(), sequence, page));
    }

    SliceVerdict end(Slice slice, SliceEnd end) {
        return retries.call(() -> sink.end(slice.stream(), slice.number(), end));
    }

    /** The new slice; empty when the platform will not have it, which changes nothing. */
    Optional<SliceState> split(Slice slice, SliceSplit split) {
        var cut = new SplitSlice(split.at(), split.before(), split.after());
        try {
            return Optional.of(retries.call(() -> sink.split(slice.stream(), slice.number(), cut)));
        } catch (CallFailed e) {
            if (!refused(e)) {
                throw e;
            }
            LOG.debug("{} slice {} is not cut. {}", slice.stream(), slice.number(), e.getMessage());
            return Optional.empty();
        }
    }

    /** An answer that means no: the slice has moved on, or the platform is too old to cut. */
    private static boolean refused(CallFailed e) {
        return switch (e.fault().kind()) {
            case CONFLICT -> !e.fault().code().equals(RunControl.TAKEN_OVER);
            case NOT_FOUND -> true;
            case INTERNAL -> !e.fault().code().equals(RunControl.STOPPING);
            case CONFIGURATION, AUTHENTICATION, PERMISSION, RATE_LIMITED, UNAVAILABLE, MALFORMED ->
                    false;
        };
    }
}
