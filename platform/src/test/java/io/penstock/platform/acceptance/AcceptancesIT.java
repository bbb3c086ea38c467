package io.penstock.platform.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.score.ScoredTenant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Accepted risks and false positives over HTTP, down to the scores; on a real PostgreSQL. */
class AcceptancesIT {

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
        tenant.jdbc()
                .sql(
                        "insert into score_due (tenant_id, asset_id) select tenant_id, asset_id"
                                + " from asset")
                .update();
        tenant.score();
    }

    @Test
    void anAcceptedRiskIsShownAndCountsAllTheSame() {
        var before = tenant.scoreOf(asset);

        var made =
                decisions
                        .decide("RISK_ACCEPTED", "FINDING", Decisions.findings(first), 201)
                        .at("/rows/0");
        tenant.score();

        assertThat(made.get("state").asString()).isEqualTo("ACTIVE");
        assertThat(made.at("/given/by").asString()).isEqualTo("admin");
        assertThat(made.at("/given/reason").asString()).isEqualTo("Behind a wall");
        assertThat(made.at("/target/cve").asString()).isEqualTo("CVE-2026-1001");
        assertThat(tenant.scoreOf(asset)).isEqualTo(before);
        var why = tenant.get("/api/v1/assets/" + asset + "/score").get("decisions");
        assertThat(why.get("accepted").asInt()).isEqualTo(1);
        assertThat(why.get("worstAccepted").asInt()).isEqualTo(65);
        assertThat(why.get("sentence").asString())
                .isEqualTo(
                        "1 open findings are accepted risks and count all the same; 0 are false"
                                + " positives and do not count.");
        assertThat(tenant.get("/api/v1/findings/" + first).at("/acceptances/0/kind").asString())
                .isEqualTo("RISK_ACCEPTED");
        assertThat(tenant.get("/api/v1/findings/" + second).get("acceptances").isEmpty()).isTrue();
        assertThat(decisions.found("finding.riskAcceptance.type:RISK_ACCEPTED")).isEqualTo(1);
        assertThat(decisions.found("not finding.riskAcceptance.status:RISK_ACCEPTED")).isEqualTo(3);
        assertThat(decisions.found("finding.riskAcceptance.type is null")).isEqualTo(3);
        assertThat(decisions.found("finding.riskAcceptance.endDate<now+31d")).isEqualTo(1);
        assertThat(decisions.found("finding.riskAcceptance.endDate<now+29d")).isZero();
        assertThat(tenant.count("assets", "finding.riskAcceptance.type:RISK_ACCEPTED"))
                .isEqualTo(1);
    }

    @Test
    void aFalsePositiveDoesNotCountWhateverItsScope() {
        decisions.decide("FALSE_POSITIVE", "FINDING", Decisions.findings(first), 201);
        tenant.score();
        // 33 alone: 33 × 2
        assertThat(tenant.scoreOf(asset)).isEqualTo(66);

        decisions.decide(
                "FALSE_POSITIVE", "CVE_ON_ASSET", Decisions.onAsset(asset, "cve-2026-1002"), 201);
        tenant.score();
        assertThat(tenant.scoreOf(asset)).isZero();
        var other = tenant.asset(connection, "b");
        assertThat(tenant.scoreOf(other)).isPositive();

        decisions.decide("FALSE_POSITIVE", "CVE", "\"cve\": \"CVE-2026-1001\"", 201);
        decisions.decide("FALSE_POSITIVE", "CVE", "\"cve\": \"CVE-2026-1002\"", 201);
        tenant.score();
        assertThat(tenant.scoreOf(other)).isZero();
        assertThat(decisions.found("finding.riskAcceptance.type:FALSE_POSITIVE")).isEqualTo(4);
        assertThat(
                        tenant.get("/api/v1/assets/" + asset + "/score")
                                .at("/decisions/falsePositives")
                                .asInt())
                .isEqualTo(2);
    }

    @Test
    void itsEndIsItsEnd() {
        decisions.decide("FALSE_POSITIVE", "FINDING", Decisions.findings(first), 201);
        decisions.decide("RISK_ACCEPTED", "FINDING", Decisions.findings(second), 201);
        tenant.score();
        assertThat(tenant.scoreOf(asset)).isEqualTo(66);

        tenant.jdbc()
                .sql(
                        "update acceptance set created_at = now() - interval '2 d', until = now() -"
                                + " interval '1 d'")
                .update();

        assertThat(decisions.found("finding.riskAcceptance.type:[RISK_ACCEPTED, FALSE_POSITIVE]"))
                .isZero();
        assertThat(tenant.get("/api/v1/findings/" + first).at("/acceptances/0/state").asString())
                .isEqualTo("EXPIRED");
        tenant.score();
        assertThat(tenant.scoreOf(asset)).isEqualTo(133);
        assertThat(tenant.get("/api/v1/acceptances?state=EXPIRED").get("rows").size()).isEqualTo(2);
        assertThat(tenant.get("/api/v1/acceptances?state=ACTIVE").get("rows").isEmpty()).isTrue();
    }

    @Test
    void revokingGivesBackWhatWas() {
        var uuid =
                decisions
                        .decide("FALSE_POSITIVE", "FINDING", Decisions.findings(first, second), 201)
                        .at("/rows/0/uuid")
                        .asString();
        tenant.score();
        assertThat(tenant.scoreOf(asset)).isZero();

        var revoked = decisions.revoke(200, uuid);
        tenant.score();

        assertThat(revoked.at("/rows/0/state").asString()).isEqualTo("REVOKED");
        assertThat(revoked.at("/rows/0/revoked/by").asString()).isEqualTo("admin");
        assertThat(revoked.at("/rows/0/revoked/reason").asString()).isEqualTo("Was wrong");
        assertThat(tenant.scoreOf(asset)).isEqualTo(133);
        assertThat(decisions.found("finding.riskAcceptance.type:FALSE_POSITIVE")).isEqualTo(1);
        assertThat(decisions.revoke(409, uuid).get("code").asString())
                .isEqualTo("ACCEPTANCE_REVOKED");
        assertThat(decisions.revoke(404, UUID.randomUUID().toString()).get("code").asString())
                .isEqualTo("ACCEPTANCE_UNKNOWN");
        assertThat(tenant.get("/api/v1/acceptances/" + uuid).at("/given/reason").asString())
                .isEqualTo("Behind a wall");
    }

    @Test
    void aNewerDecisionReplacesTheOlder() {
        decisions.decide("RISK_ACCEPTED", "FINDING", Decisions.findings(first), 201);
        decisions.decide("RISK_ACCEPTED", "FINDING", Decisions.findings(first), 201);
        decisions.decide("RISK_ACCEPTED", "CVE", "\"cve\": \"CVE-2026-1001\"", 201);
        decisions.decide("RISK_ACCEPTED", "CVE", "\"cve\": \"CVE-2026-1001\"", 201);

        var all = tenant.get("/api/v1/acceptances?cve=CVE-2026-1001&limit=3");

        assertThat(all.get("rows"))
                .extracting(row -> row.get("state").asString())
                .containsExactly("ACTIVE", "REVOKED", "ACTIVE");
        var rest = tenant.get("/api/v1/acceptances?after=" + all.get("next").asString());
        assertThat(rest.get("rows").size()).isEqualTo(1);
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(decisions.found("finding.riskAcceptance.type:RISK_ACCEPTED")).isEqualTo(2);
    }

    @Test
    void wrongOrdersAreProblemsAndDecideNothing() {
        var nobody = UUID.randomUUID();
        assertThat(decisions.code(404, "FINDING", Decisions.findings(first, nobody)))
                .isEqualTo("ACCEPTANCE_TARGET_UNKNOWN");
        assertThat(decisions.code(404, "CVE_ON_ASSET", Decisions.onAsset(nobody, "CVE-2026-1001")))
                .isEqualTo("ACCEPTANCE_TARGET_UNKNOWN");
        assertThat(decisions.code(400, "FINDING", "\"findings\": []"))
                .isEqualTo("ACCEPTANCE_TARGETS");
        assertThat(decisions.code(400, "CVE", "\"cve\": \"log4j\"")).isEqualTo("ACCEPTANCE_CVE");
        assertThat(decisions.code(400, "CVE", "\"reason\": \"\", \"cve\": \"CVE-2026-1001\""))
                .isEqualTo("ACCEPTANCE_REASON");
        for (var until : List.of("2020-01-01T00:00:00Z", "2090-01-01T00:00:00Z")) {
            assertThat(
                            decisions.code(
                                    400,
                                    "CVE",
                                    "\"until\": \"" + until + "\", \"cve\": \"CVE-2026-1001\""))
                    .isEqualTo("ACCEPTANCE_UNTIL");
        }
        assertThat(
                        tenant.call(400, "POST", "/api/v1/acceptances", "{\"scope\": \"CVE\"}")
                                .get("code")
                                .asString())
                .isEqualTo("ACCEPTANCE_FIELDS");
        assertThat(tenant.get("/api/v1/acceptances").get("rows").isEmpty()).isTrue();
    }
}
