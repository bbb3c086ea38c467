package io.penstock.engine.run;

import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.core.run.StreamName;
import io.penstock.engine.deliver.RunTicket;
import io.penstock.source.Page;
import io.penstock.source.ReadWindow;
import io.penstock.source.SourceSession;
import io.penstock.wire.Receipt;
import io.penstock.wire.SliceEnd;
import io.penstock.wire.SliceState;
import io.penstock.wire.SliceVerdict;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Moves one slice from the vendor to the platform. While a page is being delivered the next one is
 * read; a page is delivered only after the receipt of the one before, so the platform's position
 * always follows its pages.
 */
final class SliceTransfer {

    private static final Logger LOG = LoggerFactory.getLogger(SliceTransfer.class);

    /** A page on its way. */
    private record InFlight(Position next, Future<Receipt> receipt) {}

    private final Crew crew;
    private final RunTicket ticket;
    private final SourceSession session;
    private final ReadWindow window;
    private final Slice slice;

    private Position position;
    private long sequence;
    private boolean ended;

    SliceTransfer(
            Crew crew,
            RunTicket ticket,
            SourceSession session,
            ReadWindow window,
            StreamName stream,
            SliceState state) {
        this.crew = crew;
        this.ticket = ticket;
        this.session = session;
        this.window = window;
        this.slice = new Slice(stream, state.number(), state.lower(), state.upper());
        this.position = new Position(state.position());
        this.sequence = state.nextSequence();
        this.ended = state.ended();
    }

    /** Reads to the end and hears the platform's verdict. */
    SliceVerdict run() {
        var page = readNext();
        while (page != null) {
            var pending = deliver(page);
            var following = readNext();
            page = confirmed(pending) ? following : readNext();
        }
        return judge();
    }

    /** The page at the position, or null when the slice was read to its end. */
    private @Nullable Page readNext() {
        if (ended) {
            return null;
        }
        crew.check();
        var page = crew.toVendor().call(() -> session.read(slice, window, position));
        LOG.debug(
                "{} slice {}: page of {} records, {} bytes {}",
                slice.stream(),
                slice.number(),
                page.records(),
                page.body().length,
                page.encoding());
        return page;
    }

    private InFlight deliver(Page page) {
        crew.check();
        var number = sequence++;
        var receipt =
                crew.deliveries()
                        .submit(() ->
                                crew.toPlatform()
                                        .call(() ->
                                                crew.platform()
                                                        .deliver(
                                                                ticket,
                                                                slice.stream().text(),
                                                                slice.number(),
                                                                number,
                                                                page)));
        position = page.next();
        ended = page.last();
        return new InFlight(page.next(), receipt);
    }

    /**
     * False when the platform has another page under this sequence, delivered by an engine before
     * us: then its position counts, and what was read ahead is dropped.
     */
    private boolean confirmed(InFlight pending) {
        var receipt = await(pending.receipt());
        if (receipt.position().equals(pending.next().text())) {
            return true;
        }
        position = new Position(receipt.position());
        ended = false;
        return false;
    }

    private static Receipt await(Future<Receipt> receipt) {
        try {
            return receipt.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a delivery failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Crew.interrupted();
        }
    }

    private SliceVerdict judge() {
        crew.check();
        var total = crew.toVendor().call(() -> session.total(slice, window));
        var verdict =
                crew.toPlatform()
                        .call(() ->
                                crew.platform()
                                        .end(
                                                ticket,
                                                slice.stream().text(),
                                                slice.number(),
                                                SliceEnd.read(total)));
        if (verdict.sealed()) {
            LOG.info(
                    "{} slice {} is complete: {} of {} records.",
                    slice.stream(),
                    slice.number(),
                    verdict.distinct(),
                    total);
        } else {
            LOG.warn(
                    "{} slice {} is not complete: {} of {} records. {}",
                    slice.stream(),
                    slice.number(),
                    verdict.distinct(),
                    total,
                    verdict.reason());
        }
        return verdict;
    }
}
