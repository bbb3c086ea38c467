package io.penstock.benchmarks.reading;

import io.penstock.core.run.StreamName;
import io.penstock.engine.http.JdkHttpPort;
import io.penstock.engine.http.Route;
import io.penstock.engine.http.Transport;
import io.penstock.engine.http.TransportLimits;
import io.penstock.engine.read.ReadCounts;
import io.penstock.engine.read.ReadJob;
import io.penstock.engine.read.ReadLimits;
import io.penstock.engine.read.RunControl;
import io.penstock.engine.read.StreamToRead;
import io.penstock.engine.retry.RetryLimits;
import io.penstock.launcher.stack.ApiClient;
import io.penstock.source.ReadWindow;
import io.penstock.source.Settings;
import io.penstock.source.VendorSource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Reads one stream of a simulated tenant with the engine's own reading. */
record TenantReader(URI address, ApiClient client, Instant now) {

    private static final String CONNECTOR = "crowdstrike-onprem";
    private static final long BYTES_IN_FLIGHT = 400L << 20;
    private static final RetryLimits PATIENCE =
            RetryLimits.standard().atMost(Duration.ofMinutes(20));

    /** What one read took. */
    record Reading(
            Duration wall,
            ReadCounts counts,
            long distinct,
            boolean complete,
            CountingPort calls) {}

    Reading read(String stream, int threads) {
        try (var transport = new Transport(TransportLimits.vendor(), Route.direct())) {
            var port = CountingPort.before(new JdkHttpPort(transport));
            var settings =
                    new Settings(
                            Map.of(
                                    "url", address.toString(),
                                    "client-id", client.id(),
                                    "client-secret", client.secret()));
            try (var session = source().open(settings, port)) {
                var sink = new NothingKept();
                var limits = new ReadLimits(threads, BYTES_IN_FLIGHT, PATIENCE);
                var whole =
                        new StreamToRead(new StreamName(stream), ReadWindow.full(now), List.of());
                var begun = System.nanoTime();
                var counts =
                        new ReadJob(session, sink, limits, new RunControl()).read(List.of(whole));
                var wall = Duration.ofNanos(System.nanoTime() - begun);
                return new Reading(wall, counts, sink.distinct(), sink.complete(), port);
            }
        }
    }

    private static VendorSource source() {
        return ServiceLoader.load(VendorSource.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(vendor -> vendor.descriptor().key().equals(CONNECTOR))
                .findFirst()
                .orElseThrow();
    }
}
