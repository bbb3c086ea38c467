package io.penstock.engine.read;

import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.core.value.Shown;
import io.penstock.engine.retry.CallFailed;
import io.penstock.source.Page;
import io.penstock.wire.Receipt;
import io.penstock.wire.SliceEnd;
import io.penstock.wire.SliceVerdict;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Moves one slice from the vendor to the sink. While a page is being delivered the next one is
 * read; a page is delivered only after the receipt of the one before, so the sink's position always
 * follows its pages.
 */
final class SliceTransfer {

    private static final Logger LOG = LoggerFactory.getLogger(SliceTransfer.class);
    private static final int SENTENCE_MAX = 1_000;

    /** A page in memory and its part of the budget. */
    private record Held(Page page, ByteBudget.Claim claim) {}

    /** A page on its way. */
    private record InFlight(Position next, Future<Receipt> receipt) {}

    private final StreamWork work;
    private final Crew crew;
    private final SliceRead read;
    private @Nullable InFlight pending;

    SliceTransfer(StreamWork work, SliceRead read) {
        this.work = work;
        this.crew = work.crew();
        this.read = read;
    }

    /** Reads to the end, or as far as the vendor lets us, and hears the verdict. */
    SliceVerdict run() {
        try {
            toEnd();
            return judged(SliceEnd.read(total()));
        } catch (CallFailed e) {
            crew.control().check();
            if (!crew.vendor().endsOnlyTheSlice(e, read.slice(), work.window())) {
                throw e;
            }
            return givenUp(e);
        }
    }

    private void toEnd() {
        var more = true;
        while (more || !settled()) {
            more = onePage();
        }
    }

    /** A method of its own, so that no page is held while the next one waits for the budget. */
    private boolean onePage() {
        var held = next();
        if (held == null) {
            return false;
        }
        if (settled()) {
            deliver(held);
        } else {
            held.claim().close();
        }
        return true;
    }

    /** The page at the position, or null when the slice was read to its end. */
    private @Nullable Held next() {
        if (read.ended()) {
            return null;
        }
        crew.control().check();
        cutIfWanted();
        var claim = claim();
        try {
            var page = crew.vendor().read(read.slice(), work.window(), read.position());
            claim.correct(page.body().length);
            work.estimate().seen(page.body().length);
            return new Held(page, claim);
        } catch (RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    private ByteBudget.Claim claim() {
        try {
            return crew.budget().claim(work.estimate().bytes());
        } catch (InterruptedException e) {
            throw crew.control().wokenUp();
        }
    }

    private void deliver(Held held) {
        var page = held.page();
        var slice = read.slice();
        var sequence = read.nextSequence();
        // Not the executor's own future, which would keep the page as long as its receipt.
        var receipt = new CompletableFuture<Receipt>();
        crew.deliveries().execute(() -> deliver(slice, sequence, held, receipt));
        pending = new InFlight(page.next(), receipt);
        read.reached(page.next(), page.fresh(), page.last());
        work.progress().delivered(page);
    }

    /** On a thread of its own, so with nothing of this slice that changes. */
    private void deliver(
            Slice slice, long sequence, Held held, CompletableFuture<Receipt> receipt) {
        try (var _ = held.claim()) {
            receipt.complete(crew.sink().deliver(slice, sequence, held.page()));
        } catch (RuntimeException e) {
            receipt.completeExceptionally(e);
        } finally {
            receipt.completeExceptionally(new IllegalStateException("a delivery died"));
        }
    }

    /**
     * Waits for the receipt of the page on its way, if there is one. False when the sink has
     * another page under this sequence, delivered by an engine before us: then its position counts,
     * and what was read ahead is dropped.
     */
    private boolean settled() {
        var waiting = pending;
        if (waiting == null) {
            return true;
        }
        pending = null;
        var receipt = await(waiting.receipt());
        if (receipt.position().equals(waiting.next().text())) {
            return true;
        }
        read.goOnFrom(receipt.position(), receipt.sequence() + 1);
        return false;
    }

    private Receipt await(Future<Receipt> receipt) {
        try {
            return receipt.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a delivery failed", e);
        } catch (InterruptedException e) {
            throw crew.control().wokenUp();
        }
    }

    /** Between two pages, with no page on its way: so nothing was read past the cut. */
    private void cutIfWanted() {
        if (!work.board().cutWanted(read) || !settled()) {
            return;
        }
        var slice = read.slice();
        var split = crew.vendor().split(slice, work.window(), read.position());
        var rest = split.flatMap(s -> crew.sink().split(slice, s));
        if (split.isEmpty() || rest.isEmpty()) {
            work.board().notCut(read);
            return;
        }
        read.endAt(split.get().at(), split.get().before());
        work.progress().split();
        LOG.debug("{} slice {} was cut at {}.", slice.stream(), slice.number(), split.get().at());
        work.board().cut(read, new SliceRead(slice.stream(), rest.get()));
    }

    private long total() {
        crew.control().check();
        return crew.vendor().total(read.slice(), work.window());
    }

    private SliceVerdict givenUp(CallFailed e) {
        settled();
        var cause = Shown.cut(e.fault().sentence(), SENTENCE_MAX);
        LOG.warn(
                "{} slice {} cannot be read to its end. {}",
                read.slice().stream(),
                read.slice().number(),
                cause);
        work.progress().givenUp();
        return judged(new SliceEnd(-1, cause));
    }

    private SliceVerdict judged(SliceEnd end) {
        crew.control().check();
        var slice = read.slice();
        var verdict = crew.sink().end(slice, end);
        if (verdict.sealed()) {
            LOG.info(
                    "{} slice {} is complete: {} of {} records.",
                    slice.stream(),
                    slice.number(),
                    verdict.distinct(),
                    end.vendorTotal());
        } else {
            LOG.warn(
                    "{} slice {} is not complete: {} of {} records. {}{}",
                    slice.stream(),
                    slice.number(),
                    verdict.distinct(),
                    end.vendorTotal(),
                    verdict.reason(),
                    verdict.again() ? " It is read once more." : "");
        }
        return verdict;
    }
}
