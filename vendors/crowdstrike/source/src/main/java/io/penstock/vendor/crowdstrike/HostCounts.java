package io.penstock.vendor.crowdstrike;

import io.penstock.core.run.Slice;
import io.penstock.source.HttpAnswer;
import io.penstock.source.ReadWindow;

/** Counts hosts by their ids; the key of a host needs its record. */
record HostCounts(FalconClient client) implements RangeCounts {

    @Override
    public long count(Slice range, ReadWindow window) {
        return first(range, window, Side.FIRST).total();
    }

    @Override
    public RangeEdge edge(Slice range, ReadWindow window, Side side) {
        var ids = first(range, window, side);
        if (ids.ids().isEmpty()) {
            return new RangeEdge(ids.total(), "");
        }
        var answer = client.get(Endpoint.HOSTS, Query.EMPTY.with("ids", ids.ids().getFirst()));
        var scan = PageScan.of(answer, Endpoint.HOSTS, StreamKey.HOSTS.order(), RecordKey.NONE);
        return new RangeEdge(ids.total(), scan.last().timestamp());
    }

    private HostIds first(Slice range, ReadWindow window, Side side) {
        var filter = Fql.filter(StreamKey.HOSTS, range, window, "");
        return judged(client.get(Endpoint.HOST_IDS, query(filter, 1, 0, side.direction())));
    }

    /** The ids of an answer that says how many there are. */
    HostIds judged(HttpAnswer answer) {
        var ids = HostIds.of(answer);
        client.judge(Endpoint.HOST_IDS, answer, ids.error());
        if (ids.total() < 0) {
            throw Incomplete.total(Endpoint.HOST_IDS);
        }
        return ids;
    }

    static Query query(String filter, int limit, long offset, String direction) {
        return Query.EMPTY
                .with("filter", filter)
                .with("limit", limit)
                .with("offset", offset)
                .with("sort", StreamKey.HOSTS.order() + "|" + direction);
    }
}
