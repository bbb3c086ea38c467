package io.penstock.vendor.crowdstrike.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.penstock.simulator.ControlRequest;
import io.penstock.simulator.Scenario;
import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.SimulatedApi;
import io.penstock.simulator.SimulatedRequest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A client of a simulated tenant. */
final class Falcon {

    static final String SPOTLIGHT = "/spotlight/combined/vulnerabilities/v1";
    static final String QUERIES = "/discover/queries/hosts/v1";
    static final String ENTITIES = "/discover/entities/hosts/v1";
    static final String COMBINED = "/discover/combined/hosts/v1";
    static final String ALL = "created_timestamp:>'1970-01-01'";
    static final String CLIENT = "0123456789abcdef0123456789abcdef";
    static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private static final JsonMapper JSON = JsonMapper.shared();

    final SteppedClock clock = new SteppedClock();
    private final SimulatedApi api;
    private String token = "";

    private Falcon(Scenario scenario) {
        this.api = new CrowdstrikeSimulation().open(scenario, clock);
    }

    static Falcon of(int hosts, int findingsPerHost, String... options) {
        return ofSeed(7, hosts, findingsPerHost, options);
    }

    static Falcon ofSeed(long seed, int hosts, int findingsPerHost, String... options) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            named.put(options[i], options[i + 1]);
        }
        Falcon falcon =
                new Falcon(
                        new Scenario(seed, hosts, findingsPerHost, NOW, CLIENT, "secret", named));
        falcon.login();
        return falcon;
    }

    void login() {
        token = json(token(CLIENT, "secret")).get("access_token").asString();
    }

    String oracle() {
        return api.oracle();
    }

    SimulatedApi api() {
        return api;
    }

    SimulatedAnswer token(String id, String secret) {
        return token(Map.of("client_id", List.of(id), "client_secret", List.of(secret)));
    }

    /** Logs in as one customer of several. */
    SimulatedAnswer member(String customer) {
        Map<String, List<String>> form =
                Map.of(
                        "client_id",
                        List.of(CLIENT),
                        "client_secret",
                        List.of("secret"),
                        "member_cid",
                        List.of(customer));
        SimulatedAnswer answer = token(form);
        if (answer.status() == 201) {
            token = json(answer).get("access_token").asString();
        }
        return answer;
    }

    private SimulatedAnswer token(Map<String, List<String>> form) {
        return api.answer(
                new SimulatedRequest(
                        "POST", "/oauth2/token", Map.of(), form, Map.of(), "10.1.1.1"));
    }

    /** Moves the tenant on and returns what it is then. */
    String advance(int days, String share) {
        return control(
                "POST", "advance", Map.of("days", List.of("" + days), "share", List.of(share)));
    }

    String control(String method, String resource, Map<String, List<String>> query) {
        ControlRequest request = new ControlRequest(method, resource, query, "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            api.control(request).orElseThrow().body().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(UTF_8);
    }

    /** The rows of the oracle, {@code findings} or {@code hosts}, by id. */
    Map<String, String> rows(String kind) {
        Map<String, String> rows = new TreeMap<>();
        control("GET", "oracle/" + kind, Map.of())
                .lines()
                .forEach(row -> rows.put(row.substring(0, row.indexOf('\t')), row));
        return rows;
    }

    /** A finding as the oracle writes it. */
    static String findingRow(JsonNode finding) {
        return String.join(
                "\t",
                finding.get("id").asString(),
                finding.get("aid").asString(),
                finding.get("status").asString(),
                finding.get("updated_timestamp").asString(),
                finding.path("closed_timestamp").asString(""));
    }

    /** A host as the oracle writes it. */
    static String hostRow(JsonNode host) {
        return String.join(
                "\t",
                host.get("id").asString(),
                host.path("aid").asString(""),
                host.get("hostname").asString(),
                host.get("last_seen_timestamp").asString());
    }

    /** Parameters as name, value, name, value. */
    SimulatedAnswer get(String path, String... parameters) {
        return get(token, false, path, parameters);
    }

    SimulatedAnswer get(String bearer, boolean gzip, String path, String... parameters) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            query.computeIfAbsent(parameters[i], _ -> new ArrayList<>()).add(parameters[i + 1]);
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("authorization", "Bearer " + bearer);
        if (gzip) {
            headers.put("accept-encoding", "gzip");
        }
        return api.answer(new SimulatedRequest("GET", path, query, Map.of(), headers, "10.1.1.1"));
    }

    String bearer() {
        return token;
    }

    JsonNode read(String path, String... parameters) {
        return json(get(path, parameters));
    }

    static JsonNode json(SimulatedAnswer answer) {
        return JSON.readTree(answer.body());
    }

    static String text(SimulatedAnswer answer) {
        return new String(answer.body(), UTF_8);
    }

    static String error(SimulatedAnswer answer) {
        return json(answer).get("errors").get(0).get("message").asString();
    }

    /** Follows the cursor to its end and returns every record. */
    List<JsonNode> all(String path, String filter, String sort, int limit) {
        List<JsonNode> records = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    after.isEmpty()
                            ? read(path, "filter", filter, "sort", sort, "limit", "" + limit)
                            : read(
                                    path,
                                    "filter",
                                    filter,
                                    "sort",
                                    sort,
                                    "limit",
                                    "" + limit,
                                    "after",
                                    after);
            page.get("resources").forEach(records::add);
            after = page.get("meta").get("pagination").get("after").asString();
        } while (!after.isEmpty());
        return records;
    }

    int total(String filter) {
        return read(SPOTLIGHT, "filter", filter, "limit", "1")
                .get("meta")
                .get("pagination")
                .get("total")
                .asInt();
    }
}
