package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
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

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run's conversation with one Falcon customer id: one token, one home cloud, two streams. */
final class FalconSession implements SourceSession {

    private final Map<StreamName, FalconStream> streams;
    private final CountCrew crew;
    private final ConnectionCheck check;

    private FalconSession(
            Map<StreamName, FalconStream> streams, CountCrew crew, ConnectionCheck check) {
        this.streams = Map.copyOf(streams);
        this.crew = crew;
        this.check = check;
    }

    static FalconSession open(Settings settings, HttpPort port, Timing timing, ReadPlan standard) {
        var plan = standard.sized(settings);
        var http =
                new FalconHttp(port, FalconAddress.parse(settings.require(FalconDescriptor.URL)));
        var pace = new Pace(timing);
        var tokens = new TokenKeeper(http, timing.clock(), pace, Credentials.of(settings));
        var client = new FalconClient(http, tokens, pace);
        var combined = readsCombined(settings);
        Map<StreamName, FalconStream> streams =
                Map.of(
                        FalconDescriptor.HOSTS,
                        combined ? combined(client, plan) : new HostStream(client, plan),
                        FalconDescriptor.FINDINGS,
                        findings(client, plan));
        var check =
                new ConnectionCheck(
                        new ConnectionCheck.Line(http, tokens, client), timing.clock(), combined);
        return new FalconSession(streams, new CountCrew(timing), check);
    }

    private static CursorStream findings(FalconClient client, ReadPlan plan) {
        return new CursorStream(
                client, CursorEndpoint.findings(plan), new PageSizes(plan.pageSizes()));
    }

    private static CursorStream combined(FalconClient client, ReadPlan plan) {
        return new CursorStream(
                client, CursorEndpoint.hosts(), new PageSizes(plan.combinedPages()));
    }

    private static boolean readsCombined(Settings settings) {
        var way = settings.find(FalconDescriptor.HOST_READING).orElse(FalconDescriptor.BY_QUERIES);
        return switch (way) {
            case FalconDescriptor.COMBINED -> true;
            case FalconDescriptor.BY_QUERIES -> false;
            default ->
                    throw new FaultException(
                            FaultKind.CONFIGURATION,
                            "VENDOR_HOST_READING_WRONG",
                            "The connection's setting 'host-reading' is '"
                                    + way
                                    + "', allowed are queries and combined.",
                            "");
        };
    }

    @Override
    public List<PlannedSlice> slices(StreamName stream, ReadWindow window, int wanted) {
        var source = stream(stream);
        return new SlicePlanner(source.counts(), crew, source.sliceSize())
                .plan(stream, window, Math.max(1, wanted));
    }

    @Override
    public Page read(Slice slice, ReadWindow window, Position position) {
        return stream(slice.stream()).read(slice, window, position);
    }

    @Override
    public long total(Slice slice, ReadWindow window) {
        return stream(slice.stream()).counts().count(slice, window);
    }

    @Override
    public Optional<SliceSplit> split(Slice slice, ReadWindow window, Position reached) {
        var source = stream(slice.stream());
        return new SliceCut(source.counts(), source.sliceSize())
                .of(slice, window, source.reached(reached));
    }

    @Override
    public List<CheckStep> check() {
        return check.steps();
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
