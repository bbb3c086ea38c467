package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.source.HttpAnswer;
import io.penstock.source.Page;
import io.penstock.source.ReadWindow;

/**
 * Reads findings from the combined call, oldest first. {@code created_timestamp} never moves, so no
 * finding slips past the reader; rows that share a second are told apart by id.
 */
final class FindingStream implements FalconStream {

    static final String KEY = "created_timestamp";
    static final String CHANGED = "updated_timestamp";

    /** Fewer records than this may honestly lack a block. */
    private static final int FACET_ROWS_MIN = 5;

    private static final Endpoint ENDPOINT = Endpoint.VULNERABILITIES;

    private final FalconClient client;
    private final ReadPlan plan;
    private final PageSizes sizes;

    FindingStream(FalconClient client, ReadPlan plan) {
        this.client = client;
        this.plan = plan;
        this.sizes = new PageSizes(plan.pageSizes());
    }

    @Override
    public Page read(Slice slice, ReadWindow window, Position position) {
        var limit = sizes.current();
        try {
            var page = read(slice, window, FindingPosition.parse(position), limit);
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

    private Page read(Slice slice, ReadWindow window, FindingPosition from, int limit) {
        if (!from.after().isEmpty()) {
            var query = query(slice, window, from, limit).with("after", from.after());
            var answer = client.follow(ENDPOINT, query);
            if (answer.isPresent()) {
                var scan = scan(answer.get(), from);
                if (scan.fresh() > 0 || scan.records() == 0) {
                    return page(slice, window, from, answer.get(), scan, limit);
                }
            }
        }
        return from.reached().equals(RecordKey.NONE)
                ? first(slice, window, from, limit)
                : catchUp(slice, window, from.withoutCursor(), limit);
    }

    private Page first(Slice slice, ReadWindow window, FindingPosition from, int limit) {
        var answer = client.get(ENDPOINT, query(slice, window, from, limit));
        return page(slice, window, from, answer, scan(answer, from), limit);
    }

    /**
     * Asks by timestamp and steps over pages that bring nothing new: more records than fit on a
     * page may share the timestamp. Each step must lead forward, so it ends.
     */
    private Page catchUp(Slice slice, ReadWindow window, FindingPosition start, int limit) {
        var from = start;
        var furthest = RecordKey.NONE;
        while (true) {
            var answer = ask(slice, window, from, limit);
            var scan = scan(answer, from);
            if (scan.fresh() > 0 || nothingFollows(from.past(scan), scan)) {
                return page(slice, window, from, answer, scan, limit);
            }
            if (!scan.last().isAfter(furthest)) {
                throw Incomplete.loop(ENDPOINT);
            }
            furthest = scan.last();
            from = from.past(scan);
        }
    }

    private HttpAnswer ask(Slice slice, ReadWindow window, FindingPosition from, int limit) {
        var query = query(slice, window, from, limit);
        if (from.after().isEmpty()) {
            return client.get(ENDPOINT, query);
        }
        return client.follow(ENDPOINT, query.with("after", from.after()))
                .orElseThrow(() -> Incomplete.expired(ENDPOINT));
    }

    private Query query(Slice slice, ReadWindow window, FindingPosition from, int limit) {
        var query =
                Query.EMPTY
                        .with("filter", Fql.filter(KEY, CHANGED, slice, window, from.since()))
                        .with("limit", limit)
                        .with("sort", KEY + "|asc");
        for (var facet : plan.facets()) {
            query = query.with("facet", facet);
        }
        return query;
    }

    private PageScan scan(HttpAnswer answer, FindingPosition from) {
        var scan = PageScan.of(answer, ENDPOINT, KEY, from.reached());
        client.judge(ENDPOINT, answer, scan.error());
        if (scan.total() < 0) {
            throw Incomplete.total(ENDPOINT);
        }
        requireFacet("host_info", scan.withHost(), scan);
        requireFacet("cve", scan.withCve(), scan);
        return scan;
    }

    private void requireFacet(String block, int present, PageScan scan) {
        if (present == 0 && scan.records() >= FACET_ROWS_MIN && plan.facets().contains(block)) {
            throw Incomplete.facet(block, scan.records());
        }
    }

    private Page page(
            Slice slice,
            ReadWindow window,
            FindingPosition from,
            HttpAnswer answer,
            PageScan scan,
            int limit) {
        var next = from.past(scan);
        var full = scan.limit() > 0 ? Math.min(limit, scan.limit()) : limit;
        var endsHere = scan.records() < full || scan.after().isEmpty();
        if (endsHere && next.walked() < scan.total()) {
            throw Incomplete.page(ENDPOINT, next.walked(), scan.total(), scan.records(), full);
        }
        var last =
                nothingFollows(next, scan)
                        && (claimsEnd(scan) || next.counted() >= total(slice, window));
        var total = next.counted() + Math.max(0, scan.total() - next.walked());
        var position = next.reached().equals(RecordKey.NONE) ? Position.START : next.text();
        return new Page(
                answer.body(),
                answer.encoding(),
                scan.records(),
                scan.fresh(),
                position,
                total,
                last);
    }

    /**
     * The vendor hands out a live cursor on the last page too, and following it may lead back to
     * the start; so the count decides.
     */
    private static boolean nothingFollows(FindingPosition next, PageScan scan) {
        return scan.records() == 0 || scan.after().isEmpty() || next.walked() >= scan.total();
    }

    /** No cursor, no records, or nothing new although asked by timestamp. */
    private static boolean claimsEnd(PageScan scan) {
        return scan.records() == 0 || scan.after().isEmpty() || scan.fresh() == 0;
    }

    @Override
    public long total(Slice slice, ReadWindow window) {
        var query =
                Query.EMPTY
                        .with("filter", Fql.filter(KEY, CHANGED, slice, window, ""))
                        .with("limit", 1)
                        .with("sort", KEY + "|asc");
        var answer = client.get(ENDPOINT, query);
        var scan = PageScan.of(answer, ENDPOINT, KEY, RecordKey.NONE);
        client.judge(ENDPOINT, answer, scan.error());
        if (scan.total() < 0) {
            throw Incomplete.total(ENDPOINT);
        }
        return scan.total();
    }
}
