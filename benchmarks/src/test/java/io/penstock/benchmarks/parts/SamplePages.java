package io.penstock.benchmarks.parts;

import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.core.run.StreamName;
import io.penstock.core.value.FieldPath;
import io.penstock.platform.transform.PageRecords;
import io.penstock.simulator.Scenario;
import io.penstock.simulator.SimulatorServer;
import io.penstock.source.ReadWindow;
import io.penstock.source.Settings;
import io.penstock.testkit.vendor.PlainPort;
import io.penstock.vendor.crowdstrike.FalconSource;
import io.penstock.vendor.crowdstrike.simulation.CrowdstrikeSimulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Where the records of a page come from; every one keeps the bytes it was sent with. */
public enum SamplePages {

    /** What a real tenant answered, kept beside the source's tests. */
    RECORDED {
        @Override
        List<byte[]> records(StreamName stream) throws IOException {
            var file =
                    stream.text().equals("hosts")
                            ? "06-discover-hosts-unmanaged.json"
                            : "01-spotlight-combined-5-of-5-after-still-set.json";
            return cut(Files.readAllBytes(SAMPLES.resolve(file)), "identity");
        }
    },

    /** The first page the source reads of a simulated tenant. */
    SIMULATED {
        @Override
        List<byte[]> records(StreamName stream) {
            var scenario = new Scenario(1, 200, 90, NOW, CLIENT, CLIENT, Map.of());
            var api = new CrowdstrikeSimulation().open(scenario, InstantSource.system());
            try (var server = SimulatorServer.start(api, 0)) {
                return firstPage(stream, server.address().toString());
            }
        }
    };

    private static final Path SAMPLES =
            Path.of("vendors/crowdstrike/source/src/test/resources/falcon-samples");
    private static final String CLIENT = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    abstract List<byte[]> records(StreamName stream) throws IOException;

    /** A page of so many records. */
    byte[] page(StreamName stream, int count) throws IOException {
        var records = records(stream);
        var page = new ByteArrayOutputStream();
        page.writeBytes("{\"meta\":{},\"resources\":[".getBytes(StandardCharsets.UTF_8));
        for (var i = 0; i < count; i++) {
            if (i > 0) {
                page.write(',');
            }
            page.writeBytes(records.get(i % records.size()));
        }
        page.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return page.toByteArray();
    }

    private static List<byte[]> firstPage(StreamName stream, String address) {
        var settings = Map.of("url", address, "client-id", CLIENT, "client-secret", CLIENT);
        var window = ReadWindow.full(NOW.plusSeconds(60));
        try (var session = new FalconSource().open(new Settings(settings), new PlainPort())) {
            var planned = session.slices(stream, window, 1).getFirst();
            var slice = new Slice(stream, 0, planned.lower(), planned.upper());
            var page = session.read(slice, window, Position.START);
            return cut(page.body(), page.encoding());
        }
    }

    private static List<byte[]> cut(byte[] body, String encoding) {
        var records = new ArrayList<byte[]>();
        PageRecords.walk(
                body,
                encoding,
                FieldPath.parse("resources"),
                new PageRecords.Sink() {
                    @Override
                    public void take(byte[] buffer, int from, int length) {
                        records.add(Arrays.copyOfRange(buffer, from, from + length));
                    }

                    @Override
                    public void tooLong(long length) {
                        throw new IllegalStateException("a record of " + length + " bytes");
                    }
                });
        return records;
    }
}
