package io.penstock.platform.score;

import static io.penstock.platform.score.ScoredTenant.finding;
import static io.penstock.platform.score.ScoredTenant.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The id of an asset that was taken into another one leads to that one. */
class MergedAssetIT {

    private static ScoredTenant tenant;
    private static UUID asset;
    private static UUID former;

    @BeforeAll
    static void start(@TempDir Path data) {
        tenant = ScoredTenant.start(data);
        var connection = tenant.connect("Head office");
        tenant.load(
                connection,
                List.of(host("a"), host("b")),
                List.of(finding("f1", "a", "CVE-2026-1001", "10.0")));
        asset = tenant.asset(connection, "a");
        former = tenant.asset(connection, "b");
        var tag = tenant.call(201, "POST", "/api/v1/tags", "{\"name\": \"crown\"}");
        tenant.call(
                200,
                "POST",
                "/api/v1/tags/" + tag.get("uuid").asString() + "/assets",
                "{\"assets\": [\"" + asset + "\"]}");
        tenant.jdbc()
                .sql("update asset_source set asset_id = ? where asset_id = ?")
                .params(asset, former)
                .update();
        tenant.jdbc().sql("delete from asset where asset_id = ?").param(former).update();
        tenant.score();
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @Test
    void itsScoreIsThatOfTheAssetItBecamePartOf() {
        var detail = tenant.get("/api/v1/assets/" + former);
        var why = tenant.get("/api/v1/assets/" + former + "/score");

        assertThat(detail.at("/asset/id").asString()).isEqualTo(asset.toString());
        assertThat(detail.at("/score/value").asInt()).isEqualTo(tenant.scoreOf(asset)).isPositive();
        assertThat(why.at("/score/value").asInt()).isEqualTo(tenant.scoreOf(asset));
        assertThat(why.at("/changes/0/to").asInt()).isEqualTo(tenant.scoreOf(asset));
    }

    @Test
    void itsTagsAreThoseOfTheAssetItBecamePartOf() {
        assertThat(tenant.get("/api/v1/assets/" + former + "/tags").at("/tags/0/label/name"))
                .hasToString("\"crown\"");
    }

    @Test
    void anUnknownAssetHasNoTagsAndNoScore() {
        for (var part : List.of("", "/score", "/tags")) {
            var path = "/api/v1/assets/" + UUID.randomUUID() + part;
            assertThat(tenant.call(404, "GET", path, null).get("code").asString())
                    .isEqualTo("ASSET_UNKNOWN");
        }
    }
}
