package io.penstock.vendor.crowdstrike;

import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.core.run.StreamName;
import io.penstock.simulator.Scenario;
import io.penstock.simulator.SimulatorServer;
import io.penstock.source.HttpAnswer;
import io.penstock.source.HttpCall;
import io.penstock.source.HttpPort;
import io.penstock.source.Page;
import io.penstock.source.ReadWindow;
import io.penstock.source.Settings;
import io.penstock.source.SliceSplit;
import io.penstock.testkit.vendor.PlainPort;
import io.penstock.vendor.crowdstrike.simulation.CrowdstrikeSimulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A simulated tenant behind a real port, and a session that reads it without ever waiting. */
final class SimulatedFalcon implements AutoCloseable {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final String CLIENT = "0123456789abcdef0123456789abcdef";

    /** The whole of the tenant. */
    static final ReadWindow FULL = ReadWindow.full(NOW.plusSeconds(60));

    final AtomicInteger calls = new AtomicInteger();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final SimulatorServer server;

    SimulatedFalcon(long seed, int hosts, int findingsPerHost, Map<String, String> options) {
        var scenario =
                new Scenario(
                        seed, hosts, findingsPerHost, NOW, CLIENT, FalconServer.SECRET, options);
        server =
                SimulatorServer.start(
                        new CrowdstrikeSimulation().open(scenario, InstantSource.system()), 0);
    }

    FalconSession session(ReadPlan plan, Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.putAll(
                Map.of(
                        "url",
                        server.address().toString(),
                        "client-id",
                        CLIENT,
                        "client-secret",
                        FalconServer.SECRET));
        var timing = new Timing(InstantSource.system(), pauses::add, () -> 0);
        return FalconSession.open(new Settings(all), new Counted(calls), timing, plan);
    }

    /** Counts calls on their way. */
    private record Counted(AtomicInteger calls) implements HttpPort {
        @Override
        public HttpAnswer send(HttpCall call) {
            calls.incrementAndGet();
            return new PlainPort().send(call);
        }
    }

    /** Every slice of a plan read to its end. */
    static List<String> readAll(FalconSession session, StreamName stream, int threads) {
        var ids = new ArrayList<String>();
        var number = 0;
        for (var planned : session.slices(stream, FULL, threads)) {
            var slice = new Slice(stream, number++, planned.lower(), planned.upper());
            var read = read(session, slice, Position.START);
            ids.addAll(read);
        }
        return ids;
    }

    /** The ids of a slice from a position on. */
    static List<String> read(FalconSession session, Slice slice, Position from) {
        var ids = new ArrayList<String>();
        var position = from;
        Page page;
        do {
            page = session.read(slice, FULL, position);
            ids.addAll(ids(page));
            position = page.next();
        } while (!page.last());
        return ids;
    }

    static List<String> ids(Page page) {
        var ids = new ArrayList<String>();
        try (var body =
                new HttpAnswer(200, Map.of("content-encoding", page.encoding()), page.body())
                        .plain()) {
            Samples.json(body.readAllBytes())
                    .path("resources")
                    .forEach(r -> ids.add(r.path("id").stringValue()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return ids;
    }

    /** The two parts of a slice that was split. */
    static List<Slice> parts(Slice slice, SliceSplit split) {
        return List.of(
                new Slice(slice.stream(), slice.number(), slice.lower(), split.at()),
                new Slice(slice.stream(), slice.number() + 1, split.at(), slice.upper()));
    }

    @Override
    public void close() {
        server.close();
    }
}
