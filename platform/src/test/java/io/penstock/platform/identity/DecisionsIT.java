package io.penstock.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** What a person decides outlives every run and every replay, and can be taken back. */
class DecisionsIT {

    private static final String PATH = "/api/v1/identification/decisions";
    private static final Machine A1 = Machine.of("a1", "web-1", "SN-4711-XY").seen(1, 10);
    private static final Machine B1 = Machine.of("b1", "web-1", "SN-4711-XY").seen(2, 10);
    private static final Machine C1 = Machine.of("c1", "web-1", "SN-4711-XY").seen(3, 10);
    private static final Machine D1 = Machine.of("d1", "db-1", "SN-0815-ZZ").at("10.0.0.8");

    private static Sources sources;

    @BeforeAll
    static void start(@TempDir Path data) {
        sources = Sources.start(data);
    }

    @AfterAll
    static void stop() {
        sources.close();
    }

    @BeforeEach
    void report() {
        sources.clear();
        sources.report("A", List.of(A1), List.of(A1.finding("fa", "CVE-2026-1", 5)));
        sources.report("B", List.of(B1), List.of(B1.finding("fb", "CVE-2026-2", 5)));
        sources.report("C", C1);
        sources.report("D", D1);
        assertThat(sources.assets()).containsExactly("a1+b1+c1", "d1");
    }

    @Test
    void aSplitOutlivesTheNextReadAndAReplay() {
        var made = decide("split", List.of(sources.asset("a1")), List.of(sources.host("b1")));

        assertThat(made.get("moved").asInt()).isEqualTo(1);
        assertThat(sources.assets()).containsExactly("a1+c1", "b1", "d1");
        assertThat(assetOfFinding("fb")).isEqualTo(sources.host("b1"));
        assertThat(assetOfFinding("fa")).isEqualTo(sources.host("a1"));

        sources.report("B", B1.seen(2, 12));
        sources.report("A", A1.named("web-1b").seen(1, 12));
        var replayed =
                sources.text(
                        "select run_uuid from run where connection_id = ? order by run_id limit 1",
                        sources.connection("B").id());
        sources.call(202, "POST", "/api/v1/runs/" + replayed + "/replay", "{\"what\": \"pages\"}");
        sources.runs().drain();
        assertThat(sources.assets()).containsExactly("a1+c1", "b1", "d1");

        revoke(made, 200);
        assertThat(sources.assets()).containsExactly("a1+b1+c1", "d1");
        assertThat(assetOfFinding("fb")).isEqualTo(sources.host("a1"));
        revoke(made, 404);
    }

    @Test
    void aMergeOutlivesTheNextReadAndGivesBackWhatWas() {
        var made = decide("merge", List.of(sources.asset("a1"), sources.asset("d1")), List.of());
        assertThat(sources.assets()).containsExactly("a1+b1+c1+d1");

        sources.report("D", D1.named("db-one").seen(1, 12));
        assertThat(sources.assets()).containsExactly("a1+b1+c1+d1");

        revoke(made, 200);
        assertThat(sources.assets()).containsExactly("a1+b1+c1", "d1");
    }

    @Test
    void aMergeUndoesAnEarlierSplit() {
        decide("split", List.of(sources.asset("a1")), List.of(sources.host("b1")));

        decide("merge", List.of(sources.asset("a1"), sources.asset("b1")), List.of());

        assertThat(sources.assets()).containsExactly("a1+b1+c1", "d1");
    }

    @Test
    void twoRecordsCanBePinnedAndForbidden() {
        decide("pin", List.of(), List.of(sources.host("a1"), sources.host("d1")));
        assertThat(sources.assets()).containsExactly("a1+b1+c1+d1");

        decide("forbid", List.of(), List.of(sources.host("a1"), sources.host("d1")));
        assertThat(sources.assets()).containsExactly("a1+b1+c1", "d1");

        var listed = sources.call(200, "GET", PATH + "?record=" + sources.host("d1"), null);
        assertThat(listed.get("rows").valueStream().map(r -> r.get("action").asString()))
                .containsExactly("FORBID", "PIN");
        assertThat(listed.get("rows").get(0).get("made").get("by").asString()).isEqualTo("admin");
        var identity = "/api/v1/assets/" + sources.asset("d1") + "/identity";
        var counting = sources.call(200, "GET", identity, null).get("decisions");
        assertThat(counting.valueStream().map(d -> d.get("action").asString()))
                .containsExactly("FORBID");
    }

    @Test
    void aDecisionWaitsForARecordThatIsNotThere() {
        var record = sources.host("d1");
        for (var table : List.of("asset_source", "host_key")) {
            sources.runs()
                    .jdbc()
                    .sql("delete from " + table + " where host_id = ?")
                    .param(record)
                    .update();
        }
        sources.runs().jdbc().sql("delete from asset where asset_id = ?").param(record).update();
        decide("pin", List.of(), List.of(sources.host("b1"), record));
        assertThat(sources.assets()).containsExactly("a1+b1+c1");

        sources.report("D", D1);

        assertThat(sources.assets()).containsExactly("a1+b1+c1+d1");
    }

    @Test
    void theIdentityOfAnAssetShowsRecordsOriginsRulesAndDecisions() {
        var id = sources.asset("b1");
        var split = decide("split", List.of(id), List.of(sources.host("c1")));
        sources.call(200, "PUT", trustOf("B"), "{\"trust\": 7}");
        sources.work();

        var identity = sources.call(200, "GET", "/api/v1/assets/" + id + "/identity", null);

        assertThat(identity.get("records")).hasSize(2);
        assertThat(identity.get("records").get(1).get("source").get("trust").asInt()).isEqualTo(7);
        var name = value(identity, "assetName");
        assertThat(name.get("record").asString()).isEqualTo(sources.host("b1").toString());
        assertThat(name.get("others").get(sources.host("a1").toString()).asString())
                .isEqualTo("web-1");
        assertThat(identity.get("logs")).hasSize(2);
        assertThat(identity.get("logs").get(1).get("steps").toString()).contains("MATCHED");
        assertThat(identity.get("decisions").get(0).get("request").asString())
                .isEqualTo(split.get("request").asString());
        assertThat(identity.get("history")).isNotEmpty();
        var old = sources.call(200, "GET", "/api/v1/assets/" + sources.host("b1"), null);
        assertThat(old.get("asset").get("id").asString()).isEqualTo(id.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400 | DECISION_ACTION | {"action": "explode", "reason": "x"}
                    400 | DECISION_IDS    | {"action": "merge", "assets": ["A"], "reason": "x"}
                    400 | DECISION_IDS    | {"action": "pin", "records": ["A", null], "reason": "x"}
                    400 | DECISION_PAIR   | {"action": "merge", "assets": ["A", "A"], "reason": "x"}
                    404 | ASSET_UNKNOWN   | {"action": "merge", "assets": ["A", "0"], "reason": "x"}
                    404 | RECORD_UNKNOWN  | {"action": "pin", "records": ["0", "1"], "reason": "x"}
                    400 | SPLIT_RECORDS   | {"action": "split", "assets": ["A"], "records": ["D"], "reason": "x"}
                    400 | SPLIT_ALL       | {"action": "split", "assets": ["D"], "records": ["D"], "reason": "x"}
                    400 | DECISION_REASON | {"action": "merge", "assets": ["A", "D"]}
                    400 | BODY_UNREADABLE | {"action": "merge", "assets": ["not an id"]}
                    """)
    void aDecisionThatMakesNoSenseIsRefused(int status, String code, String body) {
        var filled =
                body.replace("\"A\"", '"' + sources.asset("a1").toString() + '"')
                        .replace("\"D\"", '"' + sources.asset("d1").toString() + '"')
                        .replace("\"0\"", '"' + new UUID(0, 1).toString() + '"')
                        .replace("\"1\"", '"' + new UUID(0, 2).toString() + '"');

        var refused = sources.call(status, "POST", PATH, filled);

        assertThat(refused.get("code").asString()).isEqualTo(code);
        assertThat(refused.get("detail").asString()).endsWith(".");
        assertThat(sources.count("identity_decision")).isZero();
    }

    private static JsonNode value(JsonNode identity, String attribute) {
        return identity.get("values")
                .valueStream()
                .filter(v -> v.get("attribute").asString().equals(attribute))
                .findFirst()
                .orElseThrow();
    }

    private static String trustOf(String source) {
        var uuid = sources.connection(source).uuid();
        return "/api/v1/connections/" + uuid + "/identification/trust";
    }

    private static UUID assetOfFinding(String id) {
        return UUID.fromString(
                sources.text("select asset_id from finding where external_finding_id = ?", id));
    }

    private static JsonNode decide(String action, List<UUID> assets, List<UUID> records) {
        var body =
                """
                {"action": "%s", "assets": %s, "records": %s, "reason": "seen with my own eyes"}
                """
                        .formatted(action, json(assets), json(records));
        return sources.call(201, "POST", PATH, body);
    }

    private static String json(List<UUID> ids) {
        return ids.stream().map(id -> '"' + id.toString() + '"').toList().toString();
    }

    private static void revoke(JsonNode made, int status) {
        var request = made.get("request").asString();
        sources.call(status, "POST", PATH + "/" + request + "/revoke", null);
    }
}
