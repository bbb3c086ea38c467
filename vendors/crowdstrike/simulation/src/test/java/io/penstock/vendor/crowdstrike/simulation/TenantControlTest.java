package io.penstock.vendor.crowdstrike.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.penstock.simulator.SimulatorServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** The control resources of the tenant as the simulator serves them. */
class TenantControlTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final BigInteger NUMBERS = BigInteger.ONE.shiftLeft(64);

    private final Falcon falcon = Falcon.of(200, 10);
    private final SimulatorServer server = SimulatorServer.start(falcon.api(), 0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void movesTheTenantOn() throws Exception {
        String before = send("GET", "tenant").body();
        HttpResponse<String> moved = send("POST", "advance?days=7&share=0.05");

        assertThat(before).startsWith("tenant.version=0\ntenant.now=2026-11-01T00:00:00Z\n");
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.body()).startsWith("tenant.version=1\ntenant.now=2026-11-08T00:00:00Z\n");
        assertThat(send("GET", "tenant").body()).isEqualTo(moved.body());
        assertThat(send("POST", "advance?seconds=60").body())
                .contains("tenant.now=2026-11-08T00:01:00Z\n");
    }

    @Test
    void theDigestIsTheSumOverTheRows() throws Exception {
        send("POST", "advance?days=3&share=0.1");
        String oracle = send("GET", "oracle").body();

        for (String kind : List.of("findings", "hosts")) {
            List<String> rows = send("GET", "oracle/" + kind).body().lines().toList();

            assertThat(rows).hasSizeGreaterThan(100).doesNotHaveDuplicates();
            String line = "digest." + kind + "=" + digest(rows) + "\n";
            assertThat(oracle).contains(line);
            assertThat(send("GET", "oracle/digest").body()).contains(line);
        }
    }

    private static String digest(List<String> rows) throws Exception {
        BigInteger high = BigInteger.ZERO;
        BigInteger low = BigInteger.ZERO;
        for (String row : rows) {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(row.getBytes(UTF_8));
            high = high.add(new BigInteger(1, Arrays.copyOf(sha, 8)));
            low = low.add(new BigInteger(1, Arrays.copyOfRange(sha, 8, 16)));
        }
        return "%016x%016x".formatted(high.mod(NUMBERS), low.mod(NUMBERS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "advance; POST advance needs either days or seconds, such as"
                        + " advance?days=7&share=0.01.",
                "advance?days=1&seconds=1; POST advance needs either days or seconds, such as"
                        + " advance?days=7&share=0.01.",
                "advance?days=-1; The number of days is \"-1\", it must be a whole number.",
                "advance?days=1&share=2; The share of change is 2.0, allowed are 0 to 1."
            })
    void refusesWithOneSentence(String resource, String sentence) throws Exception {
        HttpResponse<String> refused = send("POST", resource);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).isEqualTo(sentence + "\n");
        assertThat(send("GET", "tenant").body()).startsWith("tenant.version=0\n");
    }

    private HttpResponse<String> send(String method, String resource)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.address().resolve("/_penstock/" + resource))
                        .method(method, BodyPublishers.noBody())
                        .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
