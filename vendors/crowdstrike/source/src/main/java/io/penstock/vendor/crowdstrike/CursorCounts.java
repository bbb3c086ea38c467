package io.penstock.vendor.crowdstrike;

import io.penstock.core.run.Slice;
import io.penstock.source.ReadWindow;

/** Counts by a page of one record, which carries the total. */
record CursorCounts(FalconClient client, CursorEndpoint source) implements RangeCounts {

    @Override
    public long count(Slice range, ReadWindow window) {
        return edge(range, window, Side.FIRST).total();
    }

    @Override
    public RangeEdge edge(Slice range, ReadWindow window, Side side) {
        var filter = Fql.filter(source.key(), range, window, "");
        var query = source.query(filter, 1, side.direction());
        var answer = client.get(source.endpoint(), query);
        var scan = PageScan.of(answer, source.endpoint(), source.key().order(), RecordKey.NONE);
        client.judge(source.endpoint(), answer, scan.error());
        if (scan.total() < 0) {
            throw Incomplete.total(source.endpoint());
        }
        return new RangeEdge(scan.total(), scan.last().timestamp());
    }
}
