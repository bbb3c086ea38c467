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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A session whose calls are repeated, and what its faults mean for the slice and for the run. */
final class VendorSide {

    private static final Logger LOG = LoggerFactory.getLogger(VendorSide.class);

    private final SourceSession session;
    private final Retries retries;
    private final AtomicLong answers = new AtomicLong();

    VendorSide(SourceSession session, Retries retries) {
        this.session = session;
        this.retries = retries;
    }

    List<PlannedSlice> slices(StreamName stream, ReadWindow window, int wanted) {
        return answered(() -> session.slices(stream, window, wanted));
    }

    Page read(Slice slice, ReadWindow window, Position position) {
        return answered(() -> session.read(slice, window, position));
    }

    long total(Slice slice, ReadWindow window) {
        return answered(() -> session.total(slice, window));
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

    private <T> T answered(Supplier<T> call) {
        var answer = retries.call(call);
        answers.incrementAndGet();
        return answer;
    }

    /** How often the vendor answered so far. */
    long answers() {
        return answers.get();
    }

    /**
     * Whether a failed call makes only its slice unreadable. A refused login or scope, a wrong
     * setting and a defect of ours fail every slice, and so does a vendor that answers nobody.
     *
     * @param answersBefore {@link #answers()} when the call began
     */
    boolean endsOnlyTheSlice(CallFailed e, Slice slice, ReadWindow window, long answersBefore) {
        if (e.side() != Side.VENDOR) {
            return false;
        }
        return switch (e.fault().kind()) {
            case CONFIGURATION, AUTHENTICATION, PERMISSION, INTERNAL -> false;
            case MALFORMED, NOT_FOUND, CONFLICT -> true;
            case RATE_LIMITED, UNAVAILABLE ->
                    answers.get() > answersBefore || stillAnswers(slice, window);
        };
    }

    /** One small question, asked once: did only the page fail, or everything? */
    private boolean stillAnswers(Slice slice, ReadWindow window) {
        try {
            session.total(slice, window);
            return true;
        } catch (FaultException e) {
            LOG.debug("The vendor does not answer a count either. {}", e.getMessage());
            return false;
        }
    }
}
