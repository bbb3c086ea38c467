package io.penstock.testkit.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.source.Page;
import io.penstock.source.ReadWindow;
import io.penstock.source.SourceSession;
import io.penstock.source.StreamSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads a slice page by page, as an engine does, and keeps what came. */
final class SliceReading {

    private static final int PAGES_MAX = 10_000;

    private final StreamSpec stream;
    private final ReadWindow window;
    private final List<String> ids = new ArrayList<>();
    private final List<Position> positions = new ArrayList<>();
    private long fresh;
    private boolean ended;

    SliceReading(StreamSpec stream, ReadWindow window) {
        this.stream = stream;
        this.window = window;
    }

    /** Reads from the start to the end in one session. */
    SliceReading whole(SourceSession session, Slice slice) {
        return from(() -> session, slice, Position.START);
    }

    /** Reads from a position to the end; each page may come from another session. */
    SliceReading from(Supplier<SourceSession> sessions, Slice slice, Position start) {
        var position = start;
        for (int pages = 0; !ended; pages++) {
            assertThat(pages).as("pages of %s", slice).isLessThan(PAGES_MAX);
            position = page(sessions.get(), slice, position).next();
        }
        return this;
    }

    /** Reads one page and keeps it. */
    Page page(SourceSession session, Slice slice, Position position) {
        var page = session.read(slice, window, position);
        var found = PageIds.of(page, stream);
        assertThat(found).as("records of a page of %s", slice).hasSize(page.records());
        ids.addAll(found);
        fresh += page.fresh();
        positions.add(page.next());
        ended = page.last();
        return page;
    }

    List<String> ids() {
        return ids;
    }

    /** The position after each page. */
    List<Position> positions() {
        return positions;
    }

    /** Records the source called new to the slice. */
    long fresh() {
        return fresh;
    }

    boolean ended() {
        return ended;
    }
}
