package io.penstock.engine.deliver;

import io.penstock.core.run.StreamName;
import io.penstock.engine.read.PageSink;
import io.penstock.source.Page;
import io.penstock.wire.EnginePaths;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.Receipt;
import io.penstock.wire.SliceEnd;
import io.penstock.wire.SliceState;
import io.penstock.wire.SliceVerdict;
import io.penstock.wire.SplitSlice;
import io.penstock.wire.StreamState;

import java.net.http.HttpRequest;
import java.util.List;

/** The platform's intake of one run, as long as the run is ours. */
final class RunIntake implements PageSink {

    private final PlatformCalls calls;
    private final RunTicket ticket;

    RunIntake(PlatformCalls calls, RunTicket ticket) {
        this.calls = calls;
        this.ticket = ticket;
    }

    @Override
    public List<SliceState> plan(StreamName stream, PlannedSlices slices) {
        var path = EnginePaths.slices(ticket.run(), stream.text());
        var request = leased(calls.message(path, "PUT", slices));
        return calls.send(request, StreamState.class, "the slices of " + stream).slices();
    }

    @Override
    public SliceState split(StreamName stream, int slice, SplitSlice cut) {
        var path = EnginePaths.split(ticket.run(), stream.text(), slice);
        var request = leased(calls.message(path, "POST", cut));
        return calls.send(request, SliceState.class, "the split of " + stream + " slice " + slice);
    }

    @Override
    public Receipt deliver(StreamName stream, int slice, long sequence, Page page) {
        var path = EnginePaths.page(ticket.run(), stream.text(), slice, sequence);
        var request = leased(calls.body(path, "PUT", page.body()));
        if (!page.encoding().equals("identity")) {
            request.header("Content-Encoding", page.encoding());
        }
        request.header(EnginePaths.HEADER_SHA256, Digest.sha256(page.body()))
                .header(EnginePaths.HEADER_RECORDS, Integer.toString(page.records()))
                .header(EnginePaths.HEADER_FRESH, Integer.toString(page.fresh()))
                .header(EnginePaths.HEADER_NEXT, page.next().text())
                .header(EnginePaths.HEADER_TOTAL, Long.toString(page.total()))
                .header(EnginePaths.HEADER_LAST, Boolean.toString(page.last()));
        var call = "page " + sequence + " of " + stream + " slice " + slice;
        return calls.send(request, Receipt.class, call);
    }

    @Override
    public SliceVerdict end(StreamName stream, int slice, SliceEnd end) {
        var path = EnginePaths.sliceEnd(ticket.run(), stream.text(), slice);
        var request = leased(calls.message(path, "POST", end));
        return calls.send(request, SliceVerdict.class, "the end of " + stream + " slice " + slice);
    }

    private HttpRequest.Builder leased(HttpRequest.Builder request) {
        return PlatformClient.leased(request, ticket);
    }
}
