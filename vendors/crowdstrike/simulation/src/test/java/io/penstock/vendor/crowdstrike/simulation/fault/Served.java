package io.penstock.vendor.crowdstrike.simulation.fault;

import io.penstock.simulator.Scenario;
import io.penstock.simulator.SimulatorServer;
import io.penstock.vendor.crowdstrike.simulation.CrowdstrikeSimulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A tenant behind a real server and a client with a good token. */
final class Served implements AutoCloseable {

    static final String SPOTLIGHT = "/spotlight/combined/vulnerabilities/v1";
    static final String QUERIES = "/discover/queries/hosts/v1";
    static final String COMBINED = "/discover/combined/hosts/v1";
    static final String CLIENT = "0123456789abcdef0123456789abcdef";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SimulatorServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";

    private Served(Map<String, String> options) {
        Instant now = Instant.parse("2026-11-01T00:00:00Z");
        Scenario scenario = new Scenario(7, 60, 20, now, CLIENT, "secret", options);
        this.server =
                SimulatorServer.start(
                        new CrowdstrikeSimulation().open(scenario, InstantSource.system()), 0);
    }

    /** Options as name, value, name, value; set before the start. */
    static Served with(String... options) throws Exception {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            named.put(options[i], options[i + 1]);
        }
        Served served = new Served(named);
        served.login();
        return served;
    }

    /** Asks for a token and keeps one that is given. */
    HttpResponse<byte[]> login() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base() + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "client_id=" + CLIENT + "&client_secret=secret"))
                        .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() == 201) {
            token = json(answer).get("access_token").asString();
        }
        return answer;
    }

    String base() {
        return server.address().toString();
    }

    int port() {
        return server.port();
    }

    HttpResponse<byte[]> findings() throws Exception {
        return get(base() + SPOTLIGHT + findingsQuery(), true);
    }

    static String findingsQuery() {
        return "?limit=100&filter="
                + URLEncoder.encode("created_timestamp:>'1970-01-01'", StandardCharsets.UTF_8);
    }

    HttpResponse<byte[]> hosts() throws Exception {
        return get(base() + QUERIES, false);
    }

    HttpResponse<byte[]> get(String address, boolean gzip) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + token);
        if (gzip) {
            request.header("Accept-Encoding", "gzip");
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> control(String method, String resource, String text) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base() + "/_penstock/" + resource))
                        .method(method, BodyPublishers.ofString(text))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    JsonNode option(String name) throws Exception {
        return JSON.readTree(control("GET", "options/" + name, "").body());
    }

    static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return JSON.readTree(text(answer));
    }

    static String text(HttpResponse<byte[]> answer) throws IOException {
        if (answer.headers().firstValue("Content-Encoding").isEmpty()) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("absent");
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
