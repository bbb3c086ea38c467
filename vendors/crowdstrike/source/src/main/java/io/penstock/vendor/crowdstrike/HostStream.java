package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.source.HttpAnswer;
import io.penstock.source.Page;
import io.penstock.source.ReadWindow;

import java.time.Instant;
import java.util.Optional;

/**
 * Reads hosts in two steps, as the specification has it: the query names up to 100 ids, the
 * entities call gives their records. Oldest first by {@code first_seen_timestamp}, which never
 * moves.
 */
final class HostStream implements FalconStream {

    private static final int NOT_FOUND = 404;

    private final FalconClient client;
    private final ReadPlan plan;
    private final HostCounts counts;

    HostStream(FalconClient client, ReadPlan plan) {
        this.client = client;
        this.plan = plan;
        this.counts = new HostCounts(client);
    }

    @Override
    public Page read(Slice slice, ReadWindow window, Position position) {
        var from = HostPosition.parse(position);
        var limit = (int) Math.min(plan.hostPage(), plan.hostWindow() - from.offset());
        if (limit < 1) {
            throw crowded(from);
        }
        var filter = Fql.filter(StreamKey.HOSTS, slice, window, from.since());
        var query = HostCounts.query(filter, limit, from.offset(), "asc");
        var answer = client.get(Endpoint.HOST_IDS, query);
        var ids = counts.judged(answer);
        requireSense(ids, from, limit);
        return ids.ids().isEmpty() ? nothing(answer, from) : records(ids, from);
    }

    /** A page may be short, then the next one goes on behind it; but it must lead forward. */
    private static void requireSense(HostIds ids, HostPosition from, int limit) {
        var named = ids.ids().size();
        var walked = from.offset() + named;
        if (named == 0 ? walked < ids.total() : walked > ids.total()) {
            throw Incomplete.page(Endpoint.HOST_IDS, walked, ids.total(), named, limit);
        }
    }

    private Page records(HostIds ids, HostPosition from) {
        var query = Query.EMPTY;
        for (var id : ids.ids()) {
            query = query.with("ids", id);
        }
        var answer = client.get(Endpoint.HOSTS, query);
        var scan = PageScan.of(answer, Endpoint.HOSTS, StreamKey.HOSTS.order(), RecordKey.NONE);
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

    @Override
    public RangeCounts counts() {
        return counts;
    }

    @Override
    public SliceSize sliceSize() {
        return SliceSize.underWindow(plan.hostPage(), plan.hostWindow());
    }

    @Override
    public Optional<Instant> reached(Position position) {
        return new RecordKey(HostPosition.parse(position).since(), "").instant();
    }

    private FaultException crowded(HostPosition from) {
        return new FaultException(
                FaultKind.INTERNAL,
                "VENDOR_WINDOW_FULL",
                "More than "
                        + plan.hostWindow()
                        + " hosts share the "
                        + StreamKey.HOSTS.order()
                        + " '"
                        + from.since()
                        + "', and CrowdStrike's "
                        + Endpoint.HOST_IDS.path()
                        + " shows no more than that of one instant.",
                "");
    }
}
