package io.penstock.platform.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.security.TestPlatform;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.UUID;

/** A map is tried on pasted and stored records, and nothing is written. */
class MapTrialsIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static TestPlatform platform;
    private static StoredRuns runs;
    private static String admin;
    private static Connection connection;
    private static UUID run;
    private static JsonNode systemMap;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestPlatform.start(data, "--penstock.transform.workers=0");
        runs = new StoredRuns(platform);
        admin = platform.adminToken();
        connection = runs.connect("Trials");
        run = runs.read(connection, PoisonedTenant.hosts(), PoisonedTenant.findings());
        var listed = call("GET", "/api/v1/maps?system=true&connector=crowdstrike-onprem", null);
        var uuid = listed.get("rows").get(0).get("uuid").asString();
        systemMap = call("GET", "/api/v1/maps/" + uuid, null);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void aPastedRecordShowsEveryFieldWithItsSteps() {
        var body = saved("vulnerabilities").put("record", finding("HIGH"));

        var record = attempt(body).get("records").get(0);

        assertThat(record.get("mapped").asBoolean()).isTrue();
        assertThat(record.get("key").asString()).isEqualTo("f1");
        var severity = row(record, "findingSeverity");
        assertThat(severity.get("found").get(0).asString()).isEqualTo("HIGH");
        assertThat(severity.get("steps").get(0).get("name").asString()).isEqualTo("valueMap");
        assertThat(severity.get("output").asInt()).isEqualTo(4);
    }

    @Test
    void aRejectIsShownWithItsReason() {
        var record =
                attempt(saved("vulnerabilities").put("record", finding("GRAVE")))
                        .get("records")
                        .get(0);

        assertThat(record.get("mapped").asBoolean()).isFalse();
        assertThat(record.get("field").asString()).isEqualTo("findingSeverity");
        assertThat(record.get("reason").asString()).contains("GRAVE");
    }

    @Test
    void aDraftIsTriedOnAStoredRecordBeforeItIsSaved() {
        var draft = (ObjectNode) systemMap.get("map").deepCopy();
        for (var row : draft.get("rows").values()) {
            if (row.get("target").asString().equals("findingSeverity")) {
                ((ObjectNode) row.get("valueMap")).put("GRAVE", "5");
            }
        }
        var body = order("vulnerabilities");
        body.set("map", draft);
        body.putObject("stored")
                .put("run", run.toString())
                .put("slice", 0)
                .put("sequence", 0)
                .put("index", 7);

        var record = attempt(body).get("records").get(0);

        assertThat(record.get("key").asString()).isEqualTo("f7");
        assertThat(row(record, "findingSeverity").get("output").asInt()).isEqualTo(5);
    }

    @Test
    void recordsByChanceAreDifferentOnesAndNothingIsWritten() {
        var body = saved("vulnerabilities");
        body.putObject("chance").put("connection", connection.uuid().toString()).put("count", 200);

        var tried = attempt(body);

        var keys =
                tried.get("records").valueStream().map(r -> r.get("input").asString()).distinct();
        assertThat(keys).hasSize(200);
        assertThat(tried.get("mapped").asInt() + tried.get("rejected").asInt()).isEqualTo(200);
        assertThat(rows("finding") + rows("rejected_record") + rows("asset")).isZero();
        assertThat(
                        runs.jdbc()
                                .sql("select distinct state from raw_page")
                                .query((row, _) -> row.getString(1))
                                .list())
                .containsExactly("PENDING");
    }

    @Test
    void aDraftThatCannotWorkIsAnsweredWithItsFaults() {
        var body = order("hosts").put("record", "{}");
        body.putObject("map").put("name", "x");

        assertThat(attempt(body).get("faults").size()).isPositive();
    }

    @Test
    void anyTextIsAnsweredAndNeverFails() {
        for (var text : new String[] {"", "x", "[", "null", "{\"id\": ", "[".repeat(10_000)}) {
            var record = attempt(saved("hosts").put("record", text)).get("records").get(0);

            assertThat(record.get("mapped").asBoolean()).isFalse();
            assertThat(record.get("reason").asString()).isNotBlank();
        }
    }

    @Test
    void badInputIsOneSentence() {
        assertThat(code(order("hosts"), 400)).isEqualTo("FIELD_MISSING");
        assertThat(code(saved("none").put("record", "{}"), 404)).isEqualTo("STREAM_UNKNOWN");
        var many = saved("hosts");
        many.putObject("chance").put("connection", connection.uuid().toString()).put("count", 201);
        assertThat(code(many, 400)).isEqualTo("TRIAL_SIZE");
        var nowhere = saved("hosts");
        nowhere.putObject("stored")
                .put("run", run.toString())
                .put("slice", 0)
                .put("sequence", 99)
                .put("index", 0);
        assertThat(code(nowhere, 404)).isEqualTo("RECORD_UNKNOWN");
    }

    private static String finding(String severity) {
        return PoisonedTenant.finding(1, severity, "2026-01-02T00:00:00Z");
    }

    private static ObjectNode order(String stream) {
        return JSON.createObjectNode().put("connector", "crowdstrike-onprem").put("stream", stream);
    }

    private static ObjectNode saved(String stream) {
        return order(stream).put("saved", systemMap.get("uuid").asString());
    }

    private static JsonNode row(JsonNode record, String target) {
        return record.get("rows")
                .valueStream()
                .filter(row -> row.get("target").asString().equals(target))
                .findFirst()
                .orElseThrow();
    }

    private static long rows(String table) {
        return runs.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }

    private static JsonNode attempt(JsonNode body) {
        return call("POST", "/api/v1/maps/try", body);
    }

    private static String code(JsonNode body, int status) {
        var answer = platform.call("POST", "/api/v1/maps/try", admin, body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body()).get("code").asString();
    }

    private static JsonNode call(String method, String path, @Nullable JsonNode body) {
        var answer = platform.call(method, path, admin, body == null ? null : body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
