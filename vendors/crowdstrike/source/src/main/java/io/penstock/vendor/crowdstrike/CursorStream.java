package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.source.HttpAnswer;
import io.penstock.source.Page;
import io.penstock.source.ReadWindow;

import java.time.Instant;
import java.util.Optional;

/**
 * Reads a stream by cursor, oldest first, and by the records' own keys wherever the cursor cannot
 * be trusted. The key never moves, so no record slips past the reader; records that share a second
 * are told apart by id.
 */
final class CursorStream implements FalconStream {

    private final FalconClient client;
    private final CursorEndpoint source;
    private final CursorCounts counts;
    private final SliceEnds ends;
    private final PageSizes sizes;

    CursorStream(FalconClient client, CursorEndpoint source, PageSizes sizes) {
        this.client = client;
        this.source = source;
        this.counts = new CursorCounts(client, source);
        this.ends = new SliceEnds(counts, source.endpoint());
        this.sizes = sizes;
    }

    @Override
    public Page read(Slice slice, ReadWindow window, Position position) {
        var limit = sizes.current();
        try {
            var page = read(new Reading(slice, window, limit), CursorPosition.parse(position));
            sizes.succeeded();
            return page;
        } catch (FaultException e) {
            switch (e.fault().kind()) {
                case MALFORMED, UNAVAILABLE -> sizes.failed(limit);
                default -> {}
            }
            throw e;
        }
    }

    /** What stays the same while one page is looked for. */
    record Reading(Slice slice, ReadWindow window, int limit) {}

    /** An answer and what one pass over it told. */
    private record Found(HttpAnswer answer, PageScan scan) {}

    private Page read(Reading reading, CursorPosition from) {
        var filter = filter(reading, from);
        if (from.cursor().belongsTo(filter)) {
            var found = follow(filter, reading, from);
            if (found.isPresent()) {
                var scan = found.get().scan();
                var next = from.past(scan, filter);
                var ended = scan.records() == 0 && ends.verdict(reading, next, scan).last();
                if (scan.fresh() > 0 || ended) {
                    return page(reading, from, found.get());
                }
            }
        }
        return from.reached().equals(RecordKey.NONE)
                ? page(reading, CursorPosition.START, ask(reading, CursorPosition.START))
                : catchUp(reading, from.withoutCursor());
    }

    /** Nothing when the cursor is no longer alive, however the vendor says so. */
    private Optional<Found> follow(String filter, Reading reading, CursorPosition from) {
        var query =
                source.query(filter, reading.limit(), "asc").with("after", from.cursor().after());
        return client.follow(source.endpoint(), query)
                .map(answer -> new Found(answer, scan(answer, from)))
                .filter(found -> !found.scan().error().map(VendorError::lost).orElse(false))
                .map(this::judged);
    }

    /**
     * Asks by timestamp and steps over pages that bring nothing new: more records than fit on a
     * page may share the timestamp. Each step must lead forward, so it ends.
     */
    private Page catchUp(Reading reading, CursorPosition start) {
        var from = start;
        var furthest = RecordKey.NONE;
        while (true) {
            var found = ask(reading, from);
            var scan = found.scan();
            var next = from.past(scan, filter(reading, from));
            if (scan.fresh() > 0 || SliceEnds.claimed(next, scan)) {
                return page(reading, from, found);
            }
            if (!scan.last().isAfter(furthest)) {
                throw Incomplete.loop(source.endpoint());
            }
            furthest = scan.last();
            from = next;
        }
    }

    private Found ask(Reading reading, CursorPosition from) {
        var filter = filter(reading, from);
        if (!from.cursor().after().isEmpty()) {
            return follow(filter, reading, from)
                    .orElseThrow(() -> Incomplete.expired(source.endpoint()));
        }
        var answer = client.get(source.endpoint(), source.query(filter, reading.limit(), "asc"));
        return judged(new Found(answer, scan(answer, from)));
    }

    private String filter(Reading reading, CursorPosition from) {
        return Fql.filter(source.key(), reading.slice(), reading.window(), from.since());
    }

    private PageScan scan(HttpAnswer answer, CursorPosition from) {
        return PageScan.of(answer, source.endpoint(), source.key().order(), from.reached());
    }

    private Found judged(Found found) {
        var scan = found.scan();
        client.judge(source.endpoint(), found.answer(), scan.error());
        if (scan.total() < 0) {
            throw Incomplete.total(source.endpoint());
        }
        scan.blocks().require(source.facets(), scan.records());
        return found;
    }

    private Page page(Reading reading, CursorPosition from, Found found) {
        var scan = found.scan();
        var next = from.past(scan, filter(reading, from));
        var verdict = ends.verdict(reading, next, scan);
        if (!verdict.last() && scan.fresh() == 0) {
            throw Incomplete.page(source.endpoint(), next, scan, reading.limit());
        }
        var position = verdict.cursorTrusted() ? next : next.withoutCursor();
        return new Page(
                found.answer().body(),
                found.answer().encoding(),
                scan.records(),
                scan.fresh(),
                position.text(),
                next.counted() + Math.max(0, scan.total() - next.walked()),
                verdict.last());
    }

    @Override
    public RangeCounts counts() {
        return counts;
    }

    @Override
    public SliceSize sliceSize() {
        return SliceSize.byCursor(sizes.current());
    }

    @Override
    public Optional<Instant> reached(Position position) {
        return CursorPosition.parse(position).reached().instant();
    }
}
