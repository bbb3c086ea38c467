package io.penstock.browser;

import io.penstock.launcher.client.ConnectionDraft;
import io.penstock.launcher.stack.ApiClient;
import io.penstock.launcher.stack.Enrolment;
import io.penstock.launcher.stack.SimulatedTenant;
import io.penstock.launcher.stack.Simulator;
import io.penstock.launcher.stack.Stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.SplittableRandom;

/** A simulated vendor and the tenant it plays. */
record Source(Simulator simulator, SimulatedTenant tenant) {

    private static final int FINDINGS_PER_HOST = 12;

    static Source start(Stack stack, int hosts, long seed) {
        var client = ApiClient.random(new SplittableRandom(seed));
        var tenant = new SimulatedTenant(hosts, seed, FINDINGS_PER_HOST, client, Map.of());
        return new Source(stack.startSimulator(tenant, 0), tenant);
    }

    URI address() {
        return simulator.address();
    }

    ApiClient client() {
        return tenant.client();
    }

    /** A connection to it, under a name. */
    ConnectionDraft draft(String name, String description) {
        var draft = Enrolment.draft(address(), client());
        return new ConnectionDraft(name, description, draft.connector(), draft.settings());
    }

    /**
     * Lets time pass in the tenant.
     *
     * @param share of its findings that change
     */
    void advance(int days, double share) {
        var target = address().resolve("/_penstock/advance?days=" + days + "&share=" + share);
        var request = HttpRequest.newBuilder(target).POST(BodyPublishers.noBody()).build();
        try (var http = HttpClient.newHttpClient()) {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                throw new IllegalStateException(target + " answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
