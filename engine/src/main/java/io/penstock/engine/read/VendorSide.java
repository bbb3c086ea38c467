package io.penstock.engine.read;

import io.penstock.core.fault.FaultException;
import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.core.run.StreamName;
import io.penstock.engine.retry.CallFailed;
import io.penstock.engine.retry.Retries;
import io.penstock.engine.retry.Side;
import io.penstock.source.Page;
import io.penstock.source.PlannedSlice;
import io.penstock.source.ReadWindow;
import io.penstock.source.SliceSplit;
import io.penstock.source.SourceSession;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;

/** A session whose calls are repeated, and what its faults mean for the slice and for the run. */
final class VendorSide {

    private static final Logger LOG = LoggerFactory.getLogger(VendorSide.class);

    private static final int QUESTIONS_MAX = 3;

    private final SourceSession session;
    private final Retries retries;

    VendorSide(SourceSession session, Retries retries) {
        this.session = session;
        this.retries = retries;
    }

    List<PlannedSlice> slices(StreamName stream, ReadWindow window, int wanted) {
        return retries.call(() -> session.slices(stream, window, wanted));
    }

    Page read(Slice slice, ReadWindow window, Position position) {
        return retries.call(() -> session.read(slice, window, position));
    }

    long total(Slice slice, ReadWindow window) {
        return retries.call(() -> session.total(slice, window));
    }

    /** Nothing depends on a cut, so a fault is no more than a refusal. */
    Optional<SliceSplit> split(Slice slice, ReadWindow window, Position reached) {
        try {
            return session.split(slice, window, reached);
        } catch (FaultException e) {
            LOG.debug("{} slice {} is not cut. {}", slice.stream(), slice.number(), e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Whether a failed call makes only its slice unreadable. A refused login or scope, a wrong
     * setting and a defect of ours fail every slice, and so does a vendor that answers nothing.
     */
    boolean endsOnlyTheSlice(CallFailed e, Slice slice, ReadWindow window) {
        if (e.side() != Side.VENDOR) {
            return false;
        }
        return switch (e.fault().kind()) {
            case CONFIGURATION, AUTHENTICATION, PERMISSION, INTERNAL -> false;
            case MALFORMED, NOT_FOUND, CONFLICT -> true;
            case RATE_LIMITED, UNAVAILABLE -> stillAnswers(slice, window);
        };
    }

    /** A small question, asked a few times: did only the page fail, or everything? */
    private boolean stillAnswers(Slice slice, ReadWindow window) {
        for (int i = 0; i < QUESTIONS_MAX; i++) {
            try {
                session.total(slice, window);
                return true;
            } catch (FaultException e) {
                LOG.debug("The vendor does not answer a count either. {}", e.getMessage());
            }
        }
        return false;
    }
}
