package io.penstock.platform.acceptance;

import static io.penstock.platform.score.ScoredTenant.TENANT;
import static io.penstock.platform.score.ScoredTenant.finding;
import static io.penstock.platform.score.ScoredTenant.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.inventory.FindingMoves;
import io.penstock.platform.inventory.LoadContext;
import io.penstock.platform.score.ScoredTenant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

/** Decisions hold whatever happens to the records they are about. */
class AcceptanceSurvivalIT {

    private static ScoredTenant tenant;
    private static Connection connection;
    private static Decisions decisions;
    private static UUID first;
    private static UUID second;
    private static UUID asset;

    @BeforeAll
    static void start(@TempDir Path data) {
        tenant = ScoredTenant.start(data);
        connection = tenant.connect("Head office");
        decisions = new Decisions(tenant);
        decisions.load(connection);
        first = tenant.finding(connection, "f1");
        second = tenant.finding(connection, "f2");
        asset = tenant.asset(connection, "a");
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @BeforeEach
    void forget() {
        tenant.jdbc().sql("delete from acceptance").update();
        tenant.score();
    }

    @Test
    void itSurvivesTheNextSync() {
        decisions.decide("FALSE_POSITIVE", "FINDING", Decisions.findings(first), 201);
        decisions.decide(
                "RISK_ACCEPTED", "CVE_ON_ASSET", Decisions.onAsset(asset, "CVE-2026-1002"), 201);

        decisions.load(connection);
        tenant.score();

        assertThat(tenant.scoreOf(asset)).isEqualTo(66);
        assertThat(
                        decisions.found(
                                "finding.riskAcceptance.type:FALSE_POSITIVE and finding.id:"
                                        + first))
                .isEqualTo(1);
        assertThat(
                        decisions.found(
                                "finding.riskAcceptance.type:RISK_ACCEPTED and finding.id:"
                                        + second))
                .isEqualTo(1);
    }

    @Test
    void aDecisionOnAnAssetFollowsItsRecordThroughAMerge() {
        var other = tenant.asset(connection, "b");
        decisions.decide(
                "RISK_ACCEPTED", "CVE_ON_ASSET", Decisions.onAsset(asset, "CVE-2026-1001"), 201);
        tenant.jdbc()
                .sql("update asset_source set asset_id = ? where asset_id = ?")
                .params(other, asset)
                .update();
        try {
            assertThat(
                            decisions.found(
                                    "finding.riskAcceptance.type:RISK_ACCEPTED and asset.id:"
                                            + other))
                    .isEqualTo(1);
            assertThat(
                            tenant.get("/api/v1/acceptances?asset=" + other)
                                    .at("/rows/0/target/asset")
                                    .asString())
                    .isEqualTo(other.toString());
        } finally {
            tenant.jdbc()
                    .sql("update asset_source set asset_id = host_id where asset_id = ?")
                    .param(other)
                    .update();
        }
        assertThat(
                        decisions.found(
                                "finding.riskAcceptance.type:RISK_ACCEPTED and asset.id:" + asset))
                .isEqualTo(1);
    }

    @Test
    void aDecisionOnARecordHoldsForTheFindingItBecomesPartOf() {
        var branch = tenant.connect("Branch");
        tenant.load(
                branch, List.of(host("z")), List.of(finding("g1", "z", "CVE-2026-1001", "10.0")));
        var record = tenant.finding(branch, "g1");
        var host = tenant.asset(branch, "z");
        decisions.decide("FALSE_POSITIVE", "FINDING", Decisions.findings(record), 201);
        tenant.score();

        move(branch, host, asset);
        tenant.score();

        var merged = tenant.get("/api/v1/findings/" + record);
        assertThat(merged.get("sources").size()).isEqualTo(2);
        assertThat(merged.at("/acceptances/0/kind").asString()).isEqualTo("FALSE_POSITIVE");
        assertThat(
                        decisions.found(
                                "finding.riskAcceptance.type:FALSE_POSITIVE and finding.id:"
                                        + merged.at("/finding/id").asString()))
                .isEqualTo(1);
        assertThat(tenant.scoreOf(asset)).isEqualTo(66);
        assertThat(tenant.scoreOf(host)).isZero();

        move(branch, host, host);
        tenant.score();

        assertThat(decisions.found("finding.riskAcceptance.type:FALSE_POSITIVE")).isEqualTo(1);
        assertThat(tenant.get("/api/v1/findings/" + first).get("acceptances").isEmpty()).isTrue();
        assertThat(tenant.scoreOf(asset)).isEqualTo(133);
        assertThat(tenant.scoreOf(host)).isZero();
    }

    @Test
    void aPersonsWordOutlivesTheConnectionThroughWhichItWasGiven() {
        var north = tenant.connect("North");
        var south = tenant.connect("South");
        tenant.load(north, List.of(host("n")), List.of(finding("n1", "n", "CVE-2026-1007", "9")));
        tenant.load(south, List.of(host("s")), List.of(finding("s1", "s", "CVE-2026-1007", "9")));
        var host = tenant.asset(north, "n");
        var other = tenant.asset(south, "s");
        var record = tenant.finding(north, "n1");
        var same = Decisions.findings(tenant.finding(south, "s1"));
        tag("crown", host);
        decisions.decide("FALSE_POSITIVE", "FINDING", same, 201);
        decisions.decide("FALSE_POSITIVE", "FINDING", Decisions.findings(record), 201);
        decisions.decide(
                "RISK_ACCEPTED", "CVE_ON_ASSET", Decisions.onAsset(host, "CVE-2026-1007"), 201);
        join(south, other, host);

        delete(north);
        tenant.score();

        var asset = tenant.asset(south, "s");
        var finding = tenant.finding(south, "s1");
        assertThat(tenant.get("/api/v1/assets/" + asset + "/tags").at("/tags/0/label/name"))
                .hasToString("\"crown\"");
        assertThat(tenant.get("/api/v1/findings/" + finding).get("acceptances"))
                .extracting(a -> a.get("kind").asString() + " " + a.get("state").asString())
                .containsExactly(
                        "RISK_ACCEPTED ACTIVE", "FALSE_POSITIVE ACTIVE", "FALSE_POSITIVE REVOKED");

        delete(south);

        assertThat(tenant.jdbc().sql("select from acceptance").query().listOfRows()).isEmpty();
        assertThat(tenant.jdbc().sql("select from asset_tag").query().listOfRows()).isEmpty();
    }

    @Test
    void aNewerDecisionOnAnotherRecordOfTheFindingReplacesTheOlder() {
        var east = tenant.connect("East");
        var west = tenant.connect("West");
        tenant.load(east, List.of(host("e")), List.of(finding("e1", "e", "CVE-2026-1008", "9")));
        tenant.load(west, List.of(host("w")), List.of(finding("w1", "w", "CVE-2026-1008", "9")));
        var one = tenant.finding(east, "e1");
        var two = tenant.finding(west, "w1");
        join(west, tenant.asset(west, "w"), tenant.asset(east, "e"));

        decisions.decide("RISK_ACCEPTED", "FINDING", Decisions.findings(one), 201);
        decisions.decide("RISK_ACCEPTED", "FINDING", Decisions.findings(two), 201);

        for (var record : List.of(one, two)) {
            assertThat(tenant.get("/api/v1/acceptances?finding=" + record).get("rows"))
                    .extracting(a -> a.get("state").asString())
                    .containsExactly("ACTIVE", "REVOKED");
        }
        assertThat(tenant.get("/api/v1/acceptances?finding=" + first).get("rows").isEmpty())
                .isTrue();
    }

    private static void tag(String name, UUID asset) {
        var made = tenant.call(201, "POST", "/api/v1/tags", "{\"name\": \"" + name + "\"}");
        var path = "/api/v1/tags/" + made.get("uuid").asString() + "/assets";
        tenant.call(200, "POST", path, "{\"assets\": [\"" + asset + "\"]}");
    }

    private static void join(Connection from, UUID host, UUID asset) {
        move(from, host, asset);
        tenant.jdbc()
                .sql("update asset_source set asset_id = ? where host_id = ?")
                .params(asset, host)
                .update();
    }

    private static void delete(Connection gone) {
        tenant.jdbc()
                .sql("update run set state = 'COMPLETE' where connection_id = ?")
                .param(gone.id())
                .update();
        tenant.bean(Connections.class).delete(gone);
    }

    private static void move(Connection from, UUID host, UUID to) {
        tenant.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    var database = DataSourceUtils.getConnection(tenant.bean(DataSource.class));
                    var context = new LoadContext(TENANT, from.id(), 1);
                    try {
                        tenant.bean(FindingMoves.class).move(database, context, Map.of(host, to));
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
