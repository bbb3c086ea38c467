package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.core.run.StreamName;
import io.penstock.source.CheckStep;
import io.penstock.source.HttpPort;
import io.penstock.source.Page;
import io.penstock.source.PlannedSlice;
import io.penstock.source.ReadWindow;
import io.penstock.source.Settings;
import io.penstock.source.SliceSplit;
import io.penstock.source.SourceSession;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run's conversation with one Falcon customer id: one token, one home cloud, two streams. */
final class FalconSession implements SourceSession {

    private final Map<StreamName, FalconStream> streams;
    private final InstantSource clock;

    private FalconSession(Map<StreamName, FalconStream> streams, InstantSource clock) {
        this.clock = clock;
        this.streams = Map.copyOf(streams);
    }

    static FalconSession open(
            Settings settings, HttpPort port, InstantSource clock, ReadPlan plan) {
        var address = FalconAddress.parse(settings.require(FalconDescriptor.URL));
        var http = new FalconHttp(port, address);
        var client = new FalconClient(http, new TokenKeeper(http, clock, settings), clock);
        return new FalconSession(
                Map.of(
                        FalconDescriptor.HOSTS, new HostStream(client, plan),
                        FalconDescriptor.FINDINGS, new FindingStream(client, plan)),
                clock);
    }

    @Override
    public List<PlannedSlice> slices(StreamName stream, ReadWindow window, int wanted) {
        stream(stream);
        return List.of(PlannedSlice.WHOLE);
    }

    @Override
    public Page read(Slice slice, ReadWindow window, Position position) {
        return stream(slice.stream()).read(slice, window, position);
    }

    @Override
    public long total(Slice slice, ReadWindow window) {
        return stream(slice.stream()).total(slice, window);
    }

    @Override
    public Optional<SliceSplit> split(Slice slice, ReadWindow window, Position reached) {
        return Optional.empty();
    }

    @Override
    public List<CheckStep> check() {
        var window = ReadWindow.full(clock.instant());
        return streams.keySet().stream().map(stream -> check(stream, window)).toList();
    }

    private CheckStep check(StreamName stream, ReadWindow window) {
        var started = clock.millis();
        try {
            var total = total(Slice.whole(stream), window);
            var sentence = "CrowdStrike has " + total + " " + stream + ".";
            return new CheckStep(
                    stream.text(), CheckStep.Outcome.OK, clock.millis() - started, sentence, "");
        } catch (FaultException e) {
            return new CheckStep(
                    stream.text(),
                    CheckStep.Outcome.FAILED,
                    clock.millis() - started,
                    e.fault().sentence(),
                    e.fault().hint());
        }
    }

    private FalconStream stream(StreamName name) {
        var stream = streams.get(name);
        if (stream == null) {
            throw new IllegalArgumentException("CrowdStrike has no stream '" + name + "'");
        }
        return stream;
    }

    @Override
    public void close() {
        // The token ends by itself; revoking it would need one more call with the secret.
    }
}
