package io.penstock.benchmarks.pipeline;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** Moves the simulated tenant on by a day. */
final class TenantClock {

    /** Of the findings, in one day. */
    static final double SHARE = 0.01;

    private final URI simulator;

    TenantClock(URI simulator) {
        this.simulator = simulator;
    }

    void aDay() {
        var order =
                HttpRequest.newBuilder(
                                simulator.resolve("/_penstock/advance?days=1&share=" + SHARE))
                        .POST(BodyPublishers.noBody())
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            VendorReader.send(http, order);
        }
    }
}
