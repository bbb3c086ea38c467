package io.penstock.benchmarks.pipeline;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

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
            var status = http.send(order, BodyHandlers.discarding()).statusCode();
            if (status >= 400) {
                throw failed("answers " + status, null);
            }
        } catch (IOException e) {
            throw failed("does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was not waited for", e);
        }
    }

    private static FaultException failed(String what, @Nullable Exception cause) {
        var fault =
                Fault.of(
                        FaultKind.UNAVAILABLE,
                        "BENCH_SIMULATOR",
                        "The simulator " + what + " when the tenant was to move on.");
        return new FaultException(fault, cause);
    }
}
