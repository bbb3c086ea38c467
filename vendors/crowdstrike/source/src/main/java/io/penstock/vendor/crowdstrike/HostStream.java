package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.source.HttpAnswer;
import io.penstock.source.Page;
import io.penstock.source.ReadWindow;

/**
 * Reads hosts in two steps, as the specification has it: the query names up to 100 ids, the
 * entities call gives their records. Oldest first by {@code first_seen_timestamp}, which never
 * moves.
 */
final class HostStream implements FalconStream {

    static final String KEY = "first_seen_timestamp";
    static final String CHANGED = "last_seen_timestamp";

    private static final int NOT_FOUND = 404;

    private final FalconClient client;
    private final ReadPlan plan;

    HostStream(FalconClient client, ReadPlan plan) {
        this.client = client;
        this.plan = plan;
    }

    @Override
    public Page read(Slice slice, ReadWindow window, Position position) {
        var from = HostPosition.parse(position);
        var limit = (int) Math.min(plan.hostPage(), plan.hostWindow() - from.offset());
        if (limit < 1) {
            throw crowded(from);
        }
        var answer = client.get(Endpoint.HOST_IDS, query(slice, window, from, limit));
        var ids = judged(answer);
        var walked = from.offset() + ids.ids().size();
        if (ids.ids().size() < limit && walked < ids.total()) {
            throw Incomplete.page(Endpoint.HOST_IDS, walked, ids.total(), ids.ids().size(), limit);
        }
        return ids.ids().isEmpty() ? nothing(answer, from) : records(ids, from);
    }

    private Page records(HostIds ids, HostPosition from) {
        var query = Query.EMPTY;
        for (var id : ids.ids()) {
            query = query.with("ids", id);
        }
        var answer = client.get(Endpoint.HOSTS, query);
        var scan = PageScan.of(answer, Endpoint.HOSTS, KEY, RecordKey.NONE);
        client.judge(Endpoint.HOSTS, answer, scan.error().filter(e -> e.code() != NOT_FOUND));
        var next = from.past(ids.ids().size(), scan);
        var left = Math.max(0, ids.total() - from.offset() - ids.ids().size());
        return new Page(
                answer.body(),
                answer.encoding(),
                scan.records(),
                scan.records(),
                next.text(),
                next.walked() + left,
                left == 0);
    }

    /** The query's own answer: an empty list of ids is an empty list of hosts. */
    private static Page nothing(HttpAnswer answer, HostPosition from) {
        return new Page(answer.body(), answer.encoding(), 0, 0, from.text(), from.walked(), true);
    }

    private HostIds judged(HttpAnswer answer) {
        var ids = HostIds.of(answer);
        client.judge(Endpoint.HOST_IDS, answer, ids.error());
        if (ids.total() < 0) {
            throw Incomplete.total(Endpoint.HOST_IDS);
        }
        return ids;
    }

    private static Query query(Slice slice, ReadWindow window, HostPosition from, int limit) {
        return Query.EMPTY
                .with("filter", Fql.filter(KEY, CHANGED, slice, window, from.since()))
                .with("limit", limit)
                .with("offset", from.offset())
                .with("sort", KEY + "|asc");
    }

    @Override
    public long total(Slice slice, ReadWindow window) {
        return judged(client.get(Endpoint.HOST_IDS, query(slice, window, HostPosition.START, 1)))
                .total();
    }

    private FaultException crowded(HostPosition from) {
        return new FaultException(
                FaultKind.INTERNAL,
                "VENDOR_WINDOW_FULL",
                "More than "
                        + plan.hostWindow()
                        + " hosts share the "
                        + KEY
                        + " '"
                        + from.since()
                        + "', and CrowdStrike's "
                        + Endpoint.HOST_IDS.path()
                        + " shows no more than that of one instant.",
                "");
    }
}
