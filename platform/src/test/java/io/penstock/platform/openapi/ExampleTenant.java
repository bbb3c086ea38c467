package io.penstock.platform.openapi;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.score.ScoredTenant;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.transform.StoredRuns;
import io.penstock.wire.EnginePaths;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tenant with something of everything that the examples ask for. */
final class ExampleTenant implements AutoCloseable {

    private static final String NAMELESS =
            "{\"id\": \"c_h3\", \"cid\": \"c\", \"aid\": \"a3\", \"hostname\": \"no-address\","
                    + " \"last_seen_timestamp\": \"2026-01-01T00:00:00Z\"}";

    private final ScoredTenant tenant;
    private final StoredRuns runs;
    private final Map<String, String> values = new HashMap<>();

    private ExampleTenant(ScoredTenant tenant) {
        this.tenant = tenant;
        this.runs = new StoredRuns(tenant.platform());
    }

    static ExampleTenant start(Path data) {
        try {
            var image = data.resolve("onprem-execution-engine.tar.gz");
            Files.writeString(image, "image");
            var made =
                    new ExampleTenant(
                            ScoredTenant.start(
                                    data.resolve("platform"), "--penstock.engine-image=" + image));
            made.fill();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() {
        var connection = tenant.connect("Falcon");
        values.put("connection", connection.uuid().toString());
        values.put("profile", profile(connection).toString());
        var hosts =
                List.of(
                        ScoredTenant.host("web-1"),
                        ScoredTenant.host("web-2").replace("10.0.0.1", "10.0.0.2"),
                        NAMELESS);
        values.put("run", read(connection, hosts, finding("f1", "open", 1)));
        values.put("heldRun", held("Held"));
        values.put("otherHeldRun", held("Held, too"));
        values.put("openRun", reading(tenant.connect("Busy")));
        values.put("engine", enrolled(connection));
        values.put("password", tenant.platform().firstPassword());
        values.put("until", Instant.now().plus(Duration.ofDays(90)).toString());
        tenant.score();
    }

    /** A run that an engine is at. */
    private String reading(Connection connection) {
        var run = runs.read(connection, List.of(), List.of());
        tenant.jdbc()
                .sql(
                        """
                        update run set state = 'READING', read_ended_at = null,
                            read_outcome = null, lease_until = now() + interval '1 hour'
                        where tenant_id = ? and run_uuid = ?
                        """)
                .params(ScoredTenant.TENANT, run)
                .update();
        return run.toString();
    }

    private String held(String name) {
        var connection = tenant.connect(name);
        var path =
                "/api/v1/connections/%s/profiles/%s/closings"
                        .formatted(connection.uuid(), profile(connection));
        tenant.call(200, "PUT", path, "{\"breakerFloor\": 0}");
        var hosts = List.of(ScoredTenant.host("db-1"));
        read(connection, hosts, finding("f1", "open", 1).replace("web-1", "db-1"));
        return read(connection, hosts, finding("f1", "closed", 2).replace("web-1", "db-1"));
    }

    private String read(Connection connection, List<String> hosts, String finding) {
        var run =
                runs.read(
                        connection,
                        List.of(StoredRuns.page(hosts)),
                        List.of(StoredRuns.page(List.of(finding))));
        runs.drain();
        return run.toString();
    }

    private static String finding(String id, String status, int day) {
        return ScoredTenant.finding(id, "web-1", "CVE-2026-1001", "9.8")
                .replace("\"open\"", "\"" + status + "\"")
                .replace("2026-01-02T", "2026-01-0" + (day + 1) + "T");
    }

    private UUID profile(Connection connection) {
        return tenant.bean(Connections.class).profiles(connection).getFirst().uuid();
    }

    /** An engine with a key of its own. */
    private String enrolled(Connection connection) {
        var path = "/api/v1/connections/" + connection.uuid();
        var token = tenant.call(201, "POST", path + "/engine-tokens", "{\"name\": \"vm-1\"}");
        var body =
                "{\"token\":\"%s\",\"key\":\"%s\",\"engineVersion\":\"1\",\"engineHost\":\"vm\"}"
                        .formatted(token.get("token").asString(), "k".repeat(43));
        var answer = platform().call("POST", EnginePaths.ENROL, null, body);
        var name = ScoredTenant.read(answer, 200).get("username").asString();
        return name.replace("engine-", "");
    }

    TestPlatform platform() {
        return tenant.platform();
    }

    String token() {
        return tenant.admin();
    }

    Map<String, String> values() {
        return Map.copyOf(values);
    }

    void keep(String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalStateException("No answer gave a " + name + "; see calls.yaml.");
        }
        values.put(name, value.asString());
    }

    void keep(String name, String value) {
        values.put(name, value);
    }

    /** What waits for the workers, who rest here. */
    void settle() {
        runs.drain();
    }

    @Override
    public void close() {
        tenant.close();
    }
}
