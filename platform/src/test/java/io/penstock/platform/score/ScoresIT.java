package io.penstock.platform.score;

import static io.penstock.platform.score.ScoredTenant.TENANT;
import static io.penstock.platform.score.ScoredTenant.finding;
import static io.penstock.platform.score.ScoredTenant.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** From a page to the score of its assets, and why; on a real PostgreSQL. */
class ScoresIT {

    private static ScoredTenant tenant;

    @BeforeAll
    static void start(@TempDir Path data) {
        tenant = ScoredTenant.start(data);
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @Test
    void aLoadedPageMakesItsAssetsDueAndTheScoreSaysWhy(TestInfo test) {
        var connection = loaded(test);
        var asset = tenant.asset(connection, "a");
        assertThat(tenant.isDue(asset)).isTrue();

        tenant.score();

        assertThat(tenant.due()).isZero();
        // CVSS 10 gives 65 points, 5.0 gives 33; no severity counts beside a CVSS score.
        // 65 × (1 + 0.08 × log2(1.2)) × 2 = 132.7
        assertThat(tenant.scoreOf(asset)).isEqualTo(133);
        var why = tenant.get("/api/v1/assets/" + asset + "/score");
        assertThat(why.at("/score/value").asInt()).isEqualTo(133);
        assertThat(why.at("/score/band").asString()).isEqualTo("low");
        assertThat(why.at("/score/formula").asString()).isEqualTo("monotone-v1");
        assertThat(why.at("/score/parts"))
                .extracting(part -> part.get("sentence").asString())
                .containsExactly(
                        "The worst finding has a score of 65.",
                        "0 critical, 0 high, 1 medium and 1 low findings; a low one adds nothing.",
                        "Criticality 2: no tag says otherwise.",
                        "No tag says that it is reachable from the internet.",
                        "Rounded half up to 133.");
        assertThat(folded(why.at("/score/parts"))).isEqualByComparingTo("133");
        assertThat(why.get("due").asBoolean()).isFalse();
        assertThat(why.at("/changes/0/to").asInt()).isEqualTo(133);
        var detail = tenant.get("/api/v1/assets/" + asset);
        assertThat(detail.at("/asset/score").asInt()).isEqualTo(133);
        assertThat(detail.at("/score/parts/0/name").asString()).isEqualTo("worst");
        var one = tenant.get("/api/v1/findings/" + tenant.finding(connection, "f1"));
        assertThat(one.at("/score/value").asInt()).isEqualTo(65);
        assertThat(one.at("/score/band").asString()).isEqualTo("medium");
        assertThat(one.at("/finding/score").asInt()).isEqualTo(65);
    }

    @Test
    void anotherStrategyIsTriedOutWithoutStoringIt(TestInfo test) {
        var asset = tenant.asset(loaded(test), "a");
        tenant.score();

        var official = tenant.get("/api/v1/assets/" + asset + "/score?strategy=official-v1");

        // (0.4 × 65 + 0.2 × 33) × 2 = 65.2
        assertThat(official.at("/score/value").asInt()).isEqualTo(66);
        assertThat(official.get("scoredAt").isNull()).isTrue();
        assertThat(tenant.scoreOf(asset)).isEqualTo(133);
        var unknown =
                tenant.call(400, "GET", "/api/v1/assets/" + asset + "/score?strategy=x", null);
        assertThat(unknown.get("code").asString()).isEqualTo("STRATEGY_UNKNOWN");
    }

    @Test
    void anEqualScoreTouchesNothing(TestInfo test) {
        var asset = tenant.asset(loaded(test), "a");
        tenant.score();
        var before = versions(asset);

        mark(asset);
        tenant.score();

        assertThat(versions(asset)).isEqualTo(before);
    }

    @Test
    void whatIsFixedDoesNotCount(TestInfo test) {
        var connection = loaded(test);
        var asset = tenant.asset(connection, "a");
        tenant.score();

        tenant.jdbc()
                .sql("update finding set status = 3 where finding_id = ?")
                .param(tenant.finding(connection, "f1"))
                .update();
        mark(asset);
        tenant.score();

        assertThat(tenant.scoreOf(asset)).isEqualTo(66);
        tenant.jdbc().sql("update finding set status = 3 where asset_id = ?").param(asset).update();
        mark(asset);
        tenant.score();
        var why = tenant.get("/api/v1/assets/" + asset + "/score");
        assertThat(why.at("/score/value").asInt()).isZero();
        assertThat(why.get("changes"))
                .extracting(c -> c.get("to").asInt())
                .containsExactly(0, 66, 133);
    }

    @Test
    void theSeverityStandsInWhereThereIsNoCvss(TestInfo test) {
        var connection = tenant.connect(test.getDisplayName());
        tenant.load(
                connection, List.of(host("a")), List.of(finding("f1", "a", "CVE-2026-3001", "")));
        tenant.score();

        var one = tenant.get("/api/v1/findings/" + tenant.finding(connection, "f1"));

        assertThat(one.at("/score/parts/0/sentence").asString())
                .isEqualTo("No CVSS score, severity 4 stands for 8.0: 52 of 65 points.");
    }

    @Test
    void tagsSayHowMuchAnAssetMattersAndSurviveAMerge(TestInfo test) {
        var connection = loaded(test);
        var asset = tenant.asset(connection, "a");
        var crown = tag("crown", "5", false);
        var edge = tag("edge", "null", true);
        tenant.score();

        add(crown, asset, "CMDB");
        tenant.score();
        assertThat(tenant.scoreOf(asset)).as("a suggestion does not count").isEqualTo(133);
        assertThat(tenant.get("/api/v1/assets/" + asset + "/tags").at("/tags/0/suggestedBy"))
                .hasToString("\"CMDB\"");

        add(crown, asset, "");
        add(edge, asset, "");
        tenant.score();
        // 65 × 1.021 × 5 × 1.2
        assertThat(tenant.scoreOf(asset)).isEqualTo(398);
        assertThat(tenant.count("assets", "asset.criticality:5 and asset.id:" + asset))
                .isEqualTo(1);
        assertThat(tenant.count("assets", "asset.isInternetFacing:true and asset.id:" + asset))
                .isEqualTo(1);
        assertThat(tenant.count("findings", "asset.tag.name:`crown`")).isEqualTo(2);
        assertThat(tenant.count("assets", "asset.riskScore:398 and asset.id:" + asset))
                .isEqualTo(1);

        var other = tenant.asset(connection, "b");
        tenant.jdbc()
                .sql("update asset_source set asset_id = ? where asset_id = ?")
                .params(other, asset)
                .update();
        mark(other);
        tenant.score();
        assertThat(
                        tenant.get("/api/v1/assets/" + other + "/score")
                                .at("/facts/criticality")
                                .asInt())
                .isEqualTo(5);

        tenant.call(204, "DELETE", "/api/v1/tags/" + crown, null);
        tenant.score();
        assertThat(tenant.get("/api/v1/assets/" + other).at("/asset/criticality").asInt())
                .isEqualTo(2);
    }

    @Test
    void deletingAConnectionScoresWhatItsNeighboursKnow(TestInfo test) {
        var connection = loaded(test);
        var other = tenant.connect(test.getDisplayName() + " other");
        tenant.load(
                other, List.of(host("z")), List.of(finding("f9", "z", "CVE-2026-3002", "10.0")));
        var asset = tenant.asset(connection, "a");
        tenant.jdbc()
                .sql("update finding set asset_id = ? where connection_id = ?")
                .params(asset, other.id())
                .update();
        mark(asset);
        tenant.score();
        var before = tenant.scoreOf(asset);

        tenant.jdbc().sql("update run set state = 'COMPLETE'").update();
        tenant.bean(Connections.class).delete(other);
        tenant.score();

        assertThat(tenant.scoreOf(asset)).isEqualTo(133).isLessThan(before);
    }

    /** Two hosts, the first with findings of CVSS 10 and 5. */
    private static Connection loaded(TestInfo test) {
        tenant.score();
        var connection = tenant.connect(test.getDisplayName());
        tenant.load(
                connection,
                List.of(host("a"), host("b")),
                List.of(
                        finding("f1", "a", "CVE-2026-1001", "10.0"),
                        finding("f2", "a", "CVE-2026-1002", "5.0")));
        return connection;
    }

    private static UUID tag(String name, String criticality, boolean facing) {
        var input =
                """
                {"name": "%s", "criticality": %s, "internetFacing": %s}
                """
                        .formatted(name, criticality, facing);
        return UUID.fromString(
                tenant.call(201, "POST", "/api/v1/tags", input).get("uuid").asString());
    }

    private static void add(UUID tag, UUID asset, String suggestedBy) {
        var input =
                """
                {"assets": ["%s"], "suggestedBy": "%s"}
                """
                        .formatted(asset, suggestedBy);
        tenant.call(200, "POST", "/api/v1/tags/" + tag + "/assets", input);
    }

    private static void mark(UUID asset) {
        tenant.jdbc()
                .sql("insert into score_due (tenant_id, asset_id) values (?, ?)")
                .params(TENANT, asset)
                .update();
    }

    /** Which transactions wrote the rows of the asset. */
    private static List<String> versions(UUID asset) {
        var versions = new ArrayList<String>();
        for (var table : List.of("asset", "asset_score", "asset_score_change")) {
            versions.addAll(
                    tenant.jdbc()
                            .sql("select xmin::text from " + table + " where asset_id = ?")
                            .param(asset)
                            .query(String.class)
                            .list());
        }
        return versions;
    }

    private static BigDecimal folded(Iterable<JsonNode> parts) {
        var total = BigDecimal.ZERO;
        for (var part : parts) {
            var value = new BigDecimal(part.get("value").asString());
            total =
                    part.get("operation").asString().equals("add")
                            ? total.add(value)
                            : total.multiply(value);
        }
        return total;
    }
}
