package io.penstock.platform.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.NewConnection;
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
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Transform maps over REST, on a real PostgreSQL. */
class MapsIT {

    private static final int TENANT = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static TestPlatform platform;
    private static String admin;
    private static String viewer;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestPlatform.start(data);
        admin = platform.adminToken();
        var made = platform.bean(Users.class).create(TENANT, "viewer", Role.VIEWER);
        viewer = platform.token("viewer", made.password());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void aCloneIsEditedInVersionsAndTheSystemMapStays(TestInfo test) {
        var system = systemMap();
        var clone = clone(test);
        var file = (ObjectNode) clone.get("map").deepCopy();
        ((ObjectNode) file.get("rows").get(1)).put("default", "unnamed");

        var edited = put(clone, 1, file, 200);

        assertThat(edited.get("version").asInt()).isEqualTo(2);
        assertThat(edited.get("savedBy").asString()).isEqualTo("admin");
        assertThat(edited.get("map").get("rows").get(1).get("default").asString())
                .isEqualTo("unnamed");
        assertThat(systemMap()).isEqualTo(system);
        assertThat(get("/api/v1/maps/" + uuid(clone) + "/versions", viewer, 200).get("rows"))
                .hasSize(2);
    }

    @Test
    void aVendorsOwnMapIsNeitherEditedNorDeleted() {
        var system = systemMap();

        var edited = send("PUT", "/api/v1/maps/" + uuid(system), admin, edit(1, system.get("map")));
        var deleted = send("DELETE", "/api/v1/maps/" + uuid(system), admin, null);

        assertThat(problem(edited, 409)).isEqualTo("MAP_OF_VENDOR");
        assertThat(problem(deleted, 409)).isEqualTo("MAP_OF_VENDOR");
    }

    @Test
    void theSecondOfTwoEditorsIsToldWhoWasFirst(TestInfo test) {
        var clone = clone(test);
        put(clone, 1, clone.get("map"), 200);

        var late = send("PUT", "/api/v1/maps/" + uuid(clone), admin, edit(1, clone.get("map")));

        assertThat(problem(late, 409)).isEqualTo("MAP_MOVED_ON");
        assertThat(JSON.readTree(late.body()).get("detail").asString())
                .contains("has version 2 by admin; this edit began from version 1");
    }

    @Test
    void ofTwoEditsAtOnceOneIsSaved(TestInfo test) throws Exception {
        var clone = clone(test);
        var barrier = new CyclicBarrier(2);
        var statuses = new HashSet<Integer>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var path = "/api/v1/maps/" + uuid(clone);
            var body = edit(1, clone.get("map"));
            var calls =
                    IntStream.range(0, 2)
                            .mapToObj(i ->
                                    threads.submit(() -> {
                                        barrier.await();
                                        return send("PUT", path, admin, body).statusCode();
                                    }))
                            .toList();
            for (var call : calls) {
                statuses.add(call.get());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void aDifferenceNamesRowsAndFields(TestInfo test) {
        var clone = clone(test);
        var file = (ObjectNode) clone.get("map").deepCopy();
        var rows = file.withArray("rows");
        ((ObjectNode) rows.get(1)).put("default", "unnamed");
        rows.remove(4);
        put(clone, 1, file, 200);

        var rowsChanged =
                get("/api/v1/maps/" + uuid(clone) + "/difference?from=1&to=2", viewer, 200)
                        .get("rows");

        assertThat(rowsChanged).hasSize(2);
        assertThat(rowsChanged.get(0).get("change").asString()).isEqualTo("CHANGED");
        assertThat(rowsChanged.get(0).get("target").asString()).isEqualTo("assetName");
        assertThat(rowsChanged.get(0).get("fields").get(0).get("field").asString())
                .isEqualTo("default");
        assertThat(rowsChanged.get(0).get("fields").get(0).get("after").asString())
                .isEqualTo("\"unnamed\"");
        assertThat(rowsChanged.get(1).get("change").asString()).isEqualTo("REMOVED");
        assertThat(rowsChanged.get(1).get("target").asString()).isEqualTo("operatingSystemName");
    }

    @Test
    void rollingBackMakesANewVersionEqualToTheOldOne(TestInfo test) {
        var clone = clone(test);
        var file = (ObjectNode) clone.get("map").deepCopy();
        file.withArray("rows").remove(4);
        put(clone, 1, file, 200);

        var back =
                send(
                        "POST",
                        "/api/v1/maps/" + uuid(clone) + "/roll-back",
                        admin,
                        "{\"basedOn\": 2, \"version\": 1, \"note\": \"back\"}");

        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(back.body()).get("version").asInt()).isEqualTo(3);
        assertThat(
                        get("/api/v1/maps/" + uuid(clone) + "/difference?from=1&to=3", viewer, 200)
                                .get("rows"))
                .isEmpty();
    }

    @Test
    void aMapThatCannotWorkIsRefusedWithEveryFault(TestInfo test) {
        var clone = clone(test);
        var file = (ObjectNode) clone.get("map").deepCopy();
        var rows = file.withArray("rows");
        ((ObjectNode) rows.get(1)).putArray("source").add("no_such_field");
        ((ObjectNode) rows.get(2)).put("target", "noSuchTarget");
        rows.remove(0);

        var refused = send("PUT", "/api/v1/maps/" + uuid(clone), admin, edit(1, file));

        assertThat(problem(refused, 400)).isEqualTo("MAP_REFUSED");
        var faults = JSON.readTree(refused.body()).get("faults");
        assertThat(faults.valueStream().map(f -> f.get("row").asInt())).contains(0, 1, 2);
        assertThat(faults.toString()).contains("no_such_field", "noSuchTarget", "externalAssetId");
        assertThat(get("/api/v1/maps/" + uuid(clone), viewer, 200).get("version").asInt()).isOne();
    }

    @Test
    void checkingStoresNothing() {
        var before = get("/api/v1/maps", viewer, 200);
        var body = JSON.createObjectNode().put("connector", "crowdstrike-onprem");
        body.set("map", systemMap().get("map"));

        var answer = send("POST", "/api/v1/maps/validate", admin, body.toString());

        assertThat(JSON.readTree(answer.body()).get("usable").asBoolean()).isTrue();
        assertThat(get("/api/v1/maps", viewer, 200)).isEqualTo(before);
    }

    @Test
    void anExportedFileIsImportedUnderItsOwnName(TestInfo test) {
        var clone = clone(test);
        var file = (ObjectNode) clone.get("map").deepCopy();
        file.put("name", "imported " + test.getDisplayName());
        var body = JSON.createObjectNode().put("connector", "crowdstrike-onprem");
        body.set("map", file);

        var made = send("POST", "/api/v1/maps", admin, body.toString());
        var again = send("POST", "/api/v1/maps", admin, body.toString());

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(JSON.readTree(made.body()).get("map").get("rows")).isEqualTo(file.get("rows"));
        assertThat(problem(again, 409)).isEqualTo("MAP_NAME_TAKEN");
    }

    @Test
    void aProfileFollowsTheNewestVersionOrStaysWithAFixedOne(TestInfo test) {
        var clone = clone(test);
        var path = mapPath(connect(test));
        var follows = send("PUT", path, admin, "{\"map\": \"" + uuid(clone) + "\"}");
        put(clone, 1, clone.get("map"), 200);
        assertThat(follows.statusCode()).as(follows.body()).isEqualTo(200);
        assertThat(get(path, viewer, 200).get("version").asInt()).isEqualTo(2);

        send("PUT", path, admin, "{\"map\": \"" + uuid(clone) + "\", \"version\": 2}");
        put(clone, 2, clone.get("map"), 200);

        assertThat(get(path, viewer, 200).get("version").asInt()).isEqualTo(2);
        assertThat(problem(send("DELETE", "/api/v1/maps/" + uuid(clone), admin, null), 409))
                .isEqualTo("MAP_IN_USE");
    }

    @Test
    void theProfilesThatUseAMapAreListed(TestInfo test) {
        var clone = clone(test);
        var connection = connect(test);
        var path = "/api/v1/maps/" + uuid(clone) + "/uses";
        assertThat(get(path, viewer, 200).get("rows")).isEmpty();

        send("PUT", mapPath(connection), admin, "{\"map\": \"" + uuid(clone) + "\"}");

        var uses = get(path, viewer, 200).get("rows");
        assertThat(uses).hasSize(1);
        assertThat(uses.get(0).get("connection").asString())
                .isEqualTo(connection.uuid().toString());
        assertThat(uses.get(0).get("followed").asBoolean()).isTrue();
    }

    @Test
    void recordsToTryOnAreOfAKnownStreamAndFew(TestInfo test) {
        var path = "/api/v1/maps/samples?connection=" + connect(test).uuid();

        assertThat(get(path + "&stream=hosts", viewer, 200).get("records")).isEmpty();
        assertThat(problem(send("GET", path + "&stream=none", viewer, null), 404))
                .isEqualTo("STREAM_UNKNOWN");
        assertThat(problem(send("GET", path + "&stream=hosts&count=21", viewer, null), 400))
                .isEqualTo("TRIAL_SIZE");
    }

    @Test
    void aDeletedMapLeavesTheListAndItsNameIsFree(TestInfo test) {
        var clone = clone(test);

        assertThat(send("DELETE", "/api/v1/maps/" + uuid(clone), admin, null).statusCode())
                .isEqualTo(204);

        assertThat(get("/api/v1/maps?system=false&limit=200", viewer, 200).toString())
                .doesNotContain(uuid(clone));
        assertThat(uuid(clone(test))).isNotEqualTo(uuid(clone));
    }

    @Test
    void aListIsReadPageByPage() {
        for (var i = 0; i < 5; i++) {
            clone("paged map " + i);
        }
        var seen = new HashSet<String>();
        var next = "";
        do {
            var page =
                    get(
                            "/api/v1/maps?name=PAGED&limit=2"
                                    + (next.isEmpty() ? "" : "&after=" + next),
                            viewer,
                            200);
            page.get("rows")
                    .forEach(row -> assertThat(seen.add(row.get("name").asString())).isTrue());
            next = page.get("next").asString("");
        } while (!next.isEmpty());
        assertThat(seen).hasSize(5);
    }

    @Test
    void aViewerReadsAndWritesNothing(TestInfo test) {
        var clone = clone(test);

        assertThat(send("GET", "/api/v1/models", viewer, null).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/api/v1/map-functions", viewer, null).statusCode()).isEqualTo(200);
        assertThat(
                        send(
                                        "PUT",
                                        "/api/v1/maps/" + uuid(clone),
                                        viewer,
                                        edit(1, clone.get("map")))
                                .statusCode())
                .isEqualTo(403);
        assertThat(send("DELETE", "/api/v1/maps/" + uuid(clone), viewer, null).statusCode())
                .isEqualTo(403);
        assertThat(send("GET", "/api/v1/maps", null, null).statusCode()).isEqualTo(401);
    }

    @Test
    void badInputIsOneSentence(TestInfo test) {
        var clone = clone(test);
        var path = "/api/v1/maps/" + uuid(clone);

        assertThat(problem(send("PUT", path, admin, "{}"), 400)).isEqualTo("FIELD_MISSING");
        assertThat(problem(send("PUT", path, admin, "{\"basedOn\": 1, \"map\": []}"), 400))
                .isEqualTo("MAP_UNREADABLE");
        assertThat(problem(send("GET", path + "?version=9", viewer, null), 404))
                .isEqualTo("MAP_UNKNOWN");
        assertThat(problem(send("POST", path + "/clone", admin, "{\"name\": \" \"}"), 400))
                .isEqualTo("MAP_NAME");
        assertThat(problem(send("GET", "/api/v1/maps?limit=0", viewer, null), 400))
                .isEqualTo("LIMIT_RANGE");
        assertThat(problem(send("GET", "/api/v1/models/none", viewer, null), 404))
                .isEqualTo("MODEL_UNKNOWN");
    }

    @Test
    void theModelsShowKeysTypesAndWhatIsRequired() {
        var models = get("/api/v1/models", viewer, 200);

        assertThat(models.get("sources").toString())
                .contains("crowdstrike-spotlight", "network_interfaces[].local_ip");
        var required =
                models.get("target")
                        .get("parts")
                        .get(1)
                        .get("attributes")
                        .valueStream()
                        .filter(a -> a.get("required").asBoolean())
                        .map(a -> a.get("key").asString());
        assertThat(required).containsExactly("findingName", "externalFindingId", "findingSeverity");
    }

    private static JsonNode systemMap() {
        var listed = get("/api/v1/maps?system=true&connector=crowdstrike-onprem", viewer, 200);
        var uuid = listed.get("rows").get(0).get("uuid").asString();
        return get("/api/v1/maps/" + uuid, viewer, 200);
    }

    private static JsonNode clone(TestInfo test) {
        return clone(test.getDisplayName());
    }

    private static JsonNode clone(String name) {
        var path = "/api/v1/maps/" + uuid(systemMap()) + "/clone";
        var made = send("POST", path, admin, "{\"name\": \"" + name + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JSON.readTree(made.body());
    }

    private static Connection connect(TestInfo test) {
        return platform.bean(Connections.class)
                .create(
                        TENANT,
                        new NewConnection(
                                "crowdstrike-onprem",
                                test.getDisplayName(),
                                "",
                                Map.of(
                                        "url", "http://127.0.0.1:1",
                                        "client-id", "0123456789abcdef0123456789abcdef",
                                        "client-secret", "a".repeat(40))));
    }

    private static String mapPath(Connection connection) {
        var profile = platform.bean(Connections.class).profiles(connection).getFirst();
        return "/api/v1/connections/" + connection.uuid() + "/profiles/" + profile.uuid() + "/map";
    }

    private static String edit(int basedOn, JsonNode file) {
        var body = JSON.createObjectNode().put("basedOn", basedOn);
        body.set("map", file);
        return body.toString();
    }

    private static JsonNode put(JsonNode map, int basedOn, JsonNode file, int status) {
        var answer = send("PUT", "/api/v1/maps/" + uuid(map), admin, edit(basedOn, file));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static String uuid(JsonNode map) {
        return map.get("uuid").asString();
    }

    private static JsonNode get(String path, String token, int status) {
        var answer = send("GET", path, token, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static String problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body()).get("code").asString();
    }

    private static HttpResponse<String> send(
            String method, String path, @Nullable String token, @Nullable String body) {
        return platform.call(method, path, token, body);
    }
}
