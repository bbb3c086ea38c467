package io.penstock.vendor.crowdstrike.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.penstock.simulator.Scenario;
import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.SimulatedApi;
import io.penstock.simulator.SimulatedRequest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    SimulatedAnswer token(String id, String secret) {
        return api.answer(
                new SimulatedRequest(
                        "POST",
                        "/oauth2/token",
                        Map.of(),
                        Map.of("client_id", List.of(id), "client_secret", List.of(secret)),
                        Map.of(),
                        "10.1.1.1"));
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
