package io.penstock.platform.transform;

import static io.penstock.platform.transform.StoredRuns.TENANT;
import static io.penstock.platform.transform.StoredRuns.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.ProfileMaps;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Rejected records, a map that is mended, and stored pages once more; on a real PostgreSQL. */
class ReplayIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static TestPlatform platform;
    private static StoredRuns runs;
    private static String admin;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestPlatform.start(data, "--penstock.transform.workers=0");
        runs = new StoredRuns(platform);
        admin = platform.adminToken();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void afterTheFixAndAReplayTheInventoryIsThatOfACleanRun(TestInfo test) {
        var map = cloneMap(test);
        var connection = connect(test.getDisplayName(), map);
        var poisoned = runs.read(connection, PoisonedTenant.hosts(), PoisonedTenant.findings());
        runs.drain();

        assertThat(run(poisoned).get("state").asString()).isEqualTo("COMPLETE");
        assertThat(run(poisoned).get("balanced").asBoolean()).isTrue();
        // Every tenth host, and every tenth finding; those of rejected hosts besides.
        assertThat(open(connection)).isEqualTo(4 + 40 + 40);
        assertThat(count("asset_source", connection)).isEqualTo(36);
        assertThat(count("finding", connection)).isEqualTo(320);

        mend(map);
        var replay = replay(poisoned, "{\"what\": \"rejects\"}", 202);
        runs.drain();

        var done = run(replay.get("uuid").asString());
        assertThat(done.get("kind").asString()).isEqualTo("REPLAY");
        assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("COMPLETE");
        assertThat(done.get("balanced").asBoolean()).isTrue();
        assertThat(done.get("mapVersion").asInt()).isEqualTo(2);
        assertThat(open(connection)).isZero();
        var clean = connect("clean " + test.getDisplayName(), map);
        runs.read(clean, PoisonedTenant.hosts(), PoisonedTenant.findings());
        runs.drain();
        assertThat(findings(connection)).isEqualTo(findings(clean)).hasSize(400);
        assertThat(hosts(connection)).isEqualTo(hosts(clean)).hasSize(40);
    }

    @Test
    void oneReasonIsReplayedAndTheOthersStay(TestInfo test) {
        var map = cloneMap(test);
        var connection = connect(test.getDisplayName(), map);
        var poisoned = runs.read(connection, PoisonedTenant.hosts(), PoisonedTenant.findings());
        runs.drain();
        mend(map);
        var reasons = get("/api/v1/quarantine/reasons?run=" + poisoned).get("reasons");
        var severity =
                reasons.valueStream()
                        .filter(r -> r.get("field").asString().equals("findingSeverity"))
                        .findFirst()
                        .orElseThrow();
        assertThat(severity.get("records").asInt()).isEqualTo(40);

        replay(
                poisoned,
                JSON.createObjectNode()
                        .put("what", "rejects")
                        .put("reason", severity.get("reasonForm").asString())
                        .toString(),
                202);
        runs.drain();

        assertThat(open(connection)).isEqualTo(4 + 40);
    }

    @Test
    void aReplayedHostBringsTheFindingsRejectedWithIt(TestInfo test) {
        var map = cloneMap(test);
        var connection = connect(test.getDisplayName(), map);
        var run =
                runs.read(
                        connection,
                        List.of(page(List.of(PoisonedTenant.host(1, true, "one")))),
                        List.of(
                                page(
                                        List.of(
                                                PoisonedTenant.finding(
                                                        1, "LOW", "2026-01-02T00:00:00Z")))));
        runs.drain();
        assertThat(open(connection)).isEqualTo(2);
        mend(map);
        var host = get("/api/v1/quarantine?stream=hosts&run=" + run).get("rows").get(0);

        replay(
                run,
                JSON.createObjectNode()
                        .put("what", "rejects")
                        .put("record", host.get("cursor").asString())
                        .toString(),
                202);
        runs.drain();

        assertThat(open(connection)).isZero();
        assertThat(count("finding", connection)).isOne();
    }

    @Test
    void aRecordThatIsRejectedAgainIsInQuarantineOnce(TestInfo test) {
        var connection = connect(test.getDisplayName(), cloneMap(test));
        var run = poison(connection);
        runs.drain();
        assertThat(open(connection)).isOne();

        var replay = replay(run, "{\"what\": \"rejects\"}", 202);
        runs.drain();
        runs.read(connection, List.of(), List.of(page(List.of(grave()))));
        runs.drain();

        assertThat(run(replay.get("uuid").asString()).get("balanced").asBoolean()).isTrue();
        assertThat(open(connection)).isOne();
        assertThat(
                        get("/api/v1/quarantine?state=resolved&connection=" + connection.uuid())
                                .get("rows")
                                .valueStream()
                                .map(r -> r.get("resolution").get("outcome").asString()))
                .containsExactly("REJECTED_AGAIN", "REJECTED_AGAIN");
    }

    @Test
    void aWholeRunGoesThroughAnotherMapAlthoughTheVendorChangedNothing(TestInfo test) {
        var map = cloneMap(test);
        var connection = connect(test.getDisplayName(), map);
        var run =
                runs.read(
                        connection,
                        PoisonedTenant.hosts(),
                        List.of(
                                page(
                                        List.of(
                                                PoisonedTenant.finding(
                                                        1, "LOW", "2026-01-02T00:00:00Z")))));
        runs.drain();
        assertThat(severities(connection)).containsExactly(2);
        edit(map, file -> severityMap(file).put("LOW", "3"));

        var replay = replay(run, "{\"what\": \"pages\"}", 202);
        runs.drain();

        assertThat(severities(connection)).containsExactly(3);
        var done = run(replay.get("uuid").asString());
        assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("COMPLETE");
        assertThat(done.get("balanced").asBoolean()).isTrue();
        var older =
                replay(run, "{\"what\": \"pages\", \"map\": \"" + map + "\", \"version\": 1}", 202);
        runs.drain();
        assertThat(severities(connection)).containsExactly(2);
        assertThat(run(older.get("uuid").asString()).get("mapVersion").asInt()).isOne();
    }

    @Test
    void aReplayNeverOverwritesWhatWasReadLater(TestInfo test) {
        var map = cloneMap(test);
        var connection = connect(test.getDisplayName(), map);
        var first = runs.read(connection, one("before"), List.of());
        runs.drain();
        runs.read(connection, one("after"), List.of());
        runs.drain();

        var replay = replay(first, "{\"what\": \"pages\"}", 202);
        runs.drain();

        assertThat(hosts(connection).toString()).contains("after").doesNotContain("before");
        var hosts = run(replay.get("uuid").asString()).get("streams").get(0);
        assertThat(hosts.get("superseded").asInt()).isOne();
    }

    @Test
    void whatCannotBeReplayedIsRefusedInOneSentence(TestInfo test) {
        var connection = connect(test.getDisplayName(), cloneMap(test));
        var run = poison(connection);

        assertThat(problem(run, "{\"what\": \"rejects\"}", 409)).isEqualTo("CONNECTION_BUSY");
        runs.drain();
        assertThat(problem(run, "{}", 400)).isEqualTo("REPLAY_WHAT");
        assertThat(problem(run, "{\"what\": \"rejects\", \"field\": \"none\"}", 409))
                .isEqualTo("NOTHING_TO_REPLAY");
        assertThat(problem(run, "{\"what\": \"rejects\", \"record\": \"x\"}", 400))
                .isEqualTo("RECORD_FORM");
        assertThat(problem(UUID.randomUUID(), "{\"what\": \"pages\"}", 404))
                .isEqualTo("RUN_UNKNOWN");
        assertThat(problem(run, "{\"what\": \"pages\", \"map\": \"" + run + "\"}", 404))
                .isEqualTo("MAP_UNKNOWN");
        runs.jdbc().sql("update raw_page set body = ''").update();
        assertThat(problem(run, "{\"what\": \"pages\"}", 409)).isEqualTo("PAGES_NOT_KEPT");
        assertThat(count("run", connection)).isOne();
    }

    @Test
    void aReplayThatIsCancelledEnds(TestInfo test) {
        var connection = connect(test.getDisplayName(), cloneMap(test));
        var run = poison(connection);
        runs.drain();
        var replay = replay(run, "{\"what\": \"rejects\"}", 202).get("uuid").asString();

        var cancelled = send("POST", "/api/v1/runs/" + replay + "/cancel", admin, null);

        assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(202);
        assertThat(run(replay).get("state").asString()).isEqualTo("CANCELLED");
        assertThat(run(replay).get("message").asString()).isEqualTo("Cancelled by admin.");
        assertThat(open(connection)).isOne();
        replay(run, "{\"what\": \"rejects\"}", 202);
        runs.drain();
    }

    @Test
    void aViewerReplaysNothing(TestInfo test) {
        var run = poison(connect(test.getDisplayName(), cloneMap(test)));
        runs.drain();
        var made = platform.bean(Users.class).create(TENANT, "replay-viewer", Role.VIEWER);
        var viewer = platform.token("replay-viewer", made.password());

        var answer =
                send("POST", "/api/v1/runs/" + run + "/replay", viewer, "{\"what\": \"rejects\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(send("GET", "/api/v1/quarantine", viewer, null).statusCode()).isEqualTo(200);
    }

    @Test
    void theRecordIsShownAsTheVendorSentIt(TestInfo test) {
        var connection = connect(test.getDisplayName(), cloneMap(test));
        poison(connection);
        runs.drain();
        var found = get("/api/v1/quarantine?connection=" + connection.uuid()).get("rows").get(0);

        var raw =
                send(
                        "GET",
                        "/api/v1/quarantine/" + found.get("cursor").asString() + "/raw",
                        admin,
                        null);

        assertThat(raw.body()).isEqualTo(grave());
        assertThat(found.get("reason").asString()).contains("GRAVE");
        assertThat(found.get("reasonForm").asString()).doesNotContain("GRAVE");
        assertThat(found.get("mapVersion").asInt()).isOne();
    }

    private static List<String> one(String name) {
        return List.of(page(List.of(PoisonedTenant.host(1, false, name))));
    }

    private static String grave() {
        return PoisonedTenant.finding(7, "GRAVE", "2026-01-02T00:00:00Z");
    }

    private static UUID poison(Connection connection) {
        return runs.read(connection, one("one"), List.of(page(List.of(grave()))));
    }

    private static UUID cloneMap(TestInfo test) {
        var system = get("/api/v1/maps?system=true&connector=crowdstrike-onprem");
        var path = "/api/v1/maps/" + system.get("rows").get(0).get("uuid").asString() + "/clone";
        var name = JSON.createObjectNode().put("name", test.getDisplayName()).toString();
        var made = send("POST", path, admin, name);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return UUID.fromString(JSON.readTree(made.body()).get("uuid").asString());
    }

    private static Connection connect(String name, UUID map) {
        var connection = runs.connectAlone(name);
        var profile = platform.bean(Connections.class).profiles(connection).getFirst();
        platform.bean(ProfileMaps.class).choose(connection, profile, map, null);
        return connection;
    }

    private interface Change {
        void on(ObjectNode file);
    }

    private static void mend(UUID map) {
        edit(
                map,
                file -> {
                    severityMap(file).put("GRAVE", "5");
                    row(file, "externalAssetId").withArray("source").add("external_ip");
                });
    }

    private static ObjectNode severityMap(ObjectNode file) {
        return (ObjectNode) row(file, "findingSeverity").get("valueMap");
    }

    private static ObjectNode row(ObjectNode file, String target) {
        return (ObjectNode)
                file.get("rows")
                        .valueStream()
                        .filter(row -> row.get("target").asString().equals(target))
                        .findFirst()
                        .orElseThrow();
    }

    private static void edit(UUID map, Change change) {
        var present = get("/api/v1/maps/" + map);
        var file = (ObjectNode) present.get("map");
        change.on(file);
        var body = JSON.createObjectNode().put("basedOn", present.get("version").asInt());
        body.set("map", file);
        var saved = send("PUT", "/api/v1/maps/" + map, admin, body.toString());
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    }

    private static JsonNode replay(UUID run, String body, int status) {
        var answer = send("POST", "/api/v1/runs/" + run + "/replay", admin, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static String problem(UUID run, String body, int status) {
        return replay(run, body, status).get("code").asString();
    }

    private static JsonNode run(Object uuid) {
        return get("/api/v1/runs/" + uuid);
    }

    private static long open(Connection connection) {
        return runs.jdbc()
                .sql(
                        "select count(*) from rejected_record"
                                + " where connection_id = ? and resolved_run is null")
                .param(connection.id())
                .query(Long.class)
                .single();
    }

    private static long count(String table, Connection connection) {
        return runs.jdbc()
                .sql("select count(*) from " + table + " where connection_id = ?")
                .param(connection.id())
                .query(Long.class)
                .single();
    }

    private static List<Integer> severities(Connection connection) {
        return runs.jdbc()
                .sql("select severity from finding where connection_id = ?")
                .param(connection.id())
                .query((row, _) -> row.getInt(1))
                .list();
    }

    /** All that the inventory says of findings, without ids that every installation makes up. */
    private static List<String> findings(Connection connection) {
        return runs.jdbc()
                .sql(
                        """
                        select (f.external_finding_id, a.external_asset_id, a.name, v.name, v.cve_id,
                            v.source_severity, f.first_found, f.last_found, f.fixed_at, f.reopened_at,
                            f.status, f.severity, f.suppressed, f.expired, f.sub_type,
                            f.detection_method, f.product, f.changed_at)::text
                        from finding f join asset a using (tenant_id, asset_id)
                        join vulnerability v using (tenant_id, vulnerability_id)
                        where f.connection_id = ? order by 1
                        """)
                .param(connection.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static List<String> hosts(Connection connection) {
        return runs.jdbc()
                .sql(
                        """
                        select (s.record_key, s.minimal, s.changed_at, s.attributes, a.name,
                            a.external_asset_id, a.ip_addresses, a.minimal, a.first_seen,
                            a.last_seen)::text
                        from asset_source s join asset a using (tenant_id, asset_id)
                        where s.connection_id = ? order by 1
                        """)
                .param(connection.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static JsonNode get(String path) {
        var answer = send("GET", path, admin, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> send(
            String method, String path, @Nullable String token, @Nullable String body) {
        return platform.call(method, path, token, body);
    }
}
