package io.penstock.platform.intelligence;

import static io.penstock.platform.intelligence.ListTexts.epss;
import static io.penstock.platform.intelligence.ListTexts.gzip;
import static io.penstock.platform.intelligence.ListTexts.kev;
import static io.penstock.platform.intelligence.ListTexts.kevEntry;
import static io.penstock.platform.score.ScoredTenant.finding;
import static io.penstock.platform.score.ScoredTenant.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.score.ScoredTenant;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.Users;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Lists as files over HTTP, down to the scores they move; on a real PostgreSQL. */
class IntelligenceIT {

    private static ScoredTenant tenant;
    private static Connection connection;

    @BeforeAll
    static void start(@TempDir Path data) {
        tenant = ScoredTenant.start(data, "--penstock.intelligence.bytes-max=100KB");
        connection = tenant.connect("Head office");
        tenant.load(
                connection,
                List.of(host("a"), host("b")),
                List.of(
                        finding("f1", "a", "CVE-2026-1001", "10.0"),
                        finding("f2", "b", "CVE-2026-1002", "5.0")));
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @BeforeEach
    void forget() {
        for (var table : List.of("epss", "kev", "intelligence_import")) {
            tenant.jdbc().sql("delete from " + table).update();
        }
        tenant.jdbc().sql("update vulnerability set score = null").update();
        tenant.score();
    }

    @Test
    void epssMovesOnlyTheScoresItConcerns() {
        var untouched = version("CVE-2026-1002");

        var first = send("epss", epss("CVE-2026-1001,0.5,0.9", "CVE-2026-9999,0.1,0.2"), 200);

        assertThat(first.get("outcome").asString()).isEqualTo("APPLIED");
        assertThat(first.at("/edition/version").asString()).isEqualTo("v2025.03.14");
        assertThat(first.at("/edition/date").asString()).isEqualTo("2026-11-20");
        assertThat(first.at("/effect/added").asInt()).isEqualTo(2);
        assertThat(first.at("/effect/rescored").asInt()).isEqualTo(1);
        assertThat(first.at("/effect/assetsDue").asInt()).isEqualTo(1);
        assertThat(version("CVE-2026-1002")).isEqualTo(untouched);
        var one = tenant.get("/api/v1/findings/" + tenant.finding(connection, "f1"));
        // 65 + 17.5 × 0.5
        assertThat(one.at("/score/value").asInt()).isEqualTo(74);
        assertThat(tenant.count("findings", "finding.epssScore>=0.5")).isEqualTo(1);
        assertThat(tenant.count("findings", "finding.epssScore<0.5")).isZero();
        assertThat(tenant.count("findings", "finding.riskScore:74 and finding.qvss:7.4"))
                .isEqualTo(1);
        tenant.score();
        assertThat(tenant.scoreOf(tenant.asset(connection, "a"))).isGreaterThan(133);
    }

    @Test
    void theSameAgainChangesNothing() {
        var text = epss("CVE-2026-1001,0.5,0.9", "CVE-2026-1002,0.1,0.2");
        send("epss", text, 200);
        tenant.score();
        var before = version("CVE-2026-1001");

        var again = send("epss", text, 200);
        var packed = ScoredTenant.read(post("epss?name=x.csv.gz", gzip(text)), 200);

        assertThat(again.get("outcome").asString()).isEqualTo("UNCHANGED");
        assertThat(packed.get("outcome").asString()).isEqualTo("APPLIED");
        assertThat(packed.get("origin").asString()).isEqualTo("x.csv.gz");
        for (var effect : List.of("added", "changed", "removed", "rescored", "assetsDue")) {
            assertThat(packed.at("/effect/" + effect).asInt()).as(effect).isZero();
        }
        assertThat(version("CVE-2026-1001")).isEqualTo(before);
        assertThat(tenant.due()).isZero();
        assertThat(tenant.get("/api/v1/intelligence").at("/lists/0/entries").asInt()).isEqualTo(2);
    }

    @Test
    void aSmallMoveThatKeepsTheScoreMakesNoAssetDue() {
        send("epss", epss("CVE-2026-1001,0.5,0.9"), 200);
        tenant.score();

        var moved = send("epss", epss("CVE-2026-1001,0.501,0.9"), 200);

        assertThat(moved.at("/effect/rescored").asInt()).as("its sentence").isEqualTo(1);
        assertThat(moved.at("/effect/assetsDue").asInt()).isZero();
    }

    @Test
    void whatTheCatalogueNoLongerListsIsCleared() {
        var one = kevEntry("CVE-2026-1001", "2026-01-31", "Known");
        var two = kevEntry("CVE-2026-1002", "2026-02-01", "Unknown");
        send("kev", kev(2, List.of(one, two)), 200);
        assertThat(score("f1")).isEqualTo(90);
        assertThat(score("f2")).isEqualTo(90);
        assertThat(kevFindings()).isEqualTo(2);

        var less = send("kev", kev(1, List.of(one)), 200);

        assertThat(less.at("/effect/removed").asInt()).isEqualTo(1);
        assertThat(less.at("/effect/rescored").asInt()).isEqualTo(1);
        assertThat(score("f1")).isEqualTo(90);
        assertThat(score("f2")).isEqualTo(33);
        assertThat(kevFindings()).isEqualTo(1);
        assertThat(tenant.count("findings", "finding.riskFactor.isCisaKnownExploit:false"))
                .isEqualTo(1);
    }

    @Test
    void aBadFileChangesNothingAndSaysWhere() {
        send("epss", epss("CVE-2026-1001,0.5,0.9"), 200);

        var bad = send("epss", epss("CVE-2026-1001,0.9,0.9", "CVE-2026-1002,2,0.9"), 400);

        assertThat(bad.get("detail").asString())
                .isEqualTo(
                        "Line 4 of the EPSS file has '2' for epss instead of a number from 0 to"
                                + " 1.");
        var twice = send("epss", epss("CVE-2026-1001,0.9,0.9", "CVE-2026-1001,0.8,0.9"), 400);
        assertThat(twice.get("detail").asString())
                .isEqualTo("Line 4 of the EPSS file repeats CVE-2026-1001 of line 3.");
        assertThat(send("epss", epss().strip(), 400).get("detail").asString())
                .isEqualTo("The EPSS file holds no entries.");
        assertThat(tenant.count("findings", "finding.epssScore:0.5")).isEqualTo(1);
        assertThat(score("f1")).isEqualTo(74);
        var history = tenant.get("/api/v1/intelligence/imports").get("imports");
        assertThat(history)
                .extracting(row -> row.get("outcome").asString())
                .containsExactly("REFUSED", "REFUSED", "REFUSED", "APPLIED");
        assertThat(history.get(2).get("message").asString()).startsWith("Line 4 ");
        assertThat(history.get(2).get("by").asString()).isEqualTo("admin");
    }

    @Test
    void aFileCutOffOnItsWayIsRefused() {
        var packed = gzip(epss("CVE-2026-1001,0.5,0.9", "CVE-2026-1002,0.1,0.2"));
        var cut = Arrays.copyOf(packed, packed.length - 9);

        assertThat(ScoredTenant.read(post("epss", cut), 400).get("detail").asString())
                .isEqualTo("The EPSS file is cut off or damaged.");
        assertThat(score("f1")).isEqualTo(65);
    }

    @Test
    void aFileBeyondItsBoundIsRefused() {
        var large = new byte[100 * 1024 + 1];

        assertThat(ScoredTenant.read(post("epss", large), 400).get("code").asString())
                .isEqualTo("LIST_SIZE");
    }

    @Test
    void anOlderOrMuchSmallerFileNeedsForce() {
        send(
                "epss",
                epss("CVE-2026-1001,0.5,0.9", "CVE-2026-1002,0.5,0.9", "CVE-2026-1003,1,1"),
                200);
        var older =
                epss("CVE-2026-1001,0.6,0.9", "CVE-2026-1002,0.5,0.9").replace("11-20", "11-19");
        var smaller = epss("CVE-2026-1001,0.6,0.9");

        assertThat(send("epss", older, 409).get("detail").asString())
                .isEqualTo("The EPSS file is of 2026-11-19, the stored one of 2026-11-20.");
        assertThat(send("epss", smaller, 409).get("detail").asString())
                .isEqualTo("The EPSS file holds 1 entries, less than half of the 3 stored ones.");
        assertThat(send("epss?force=true", smaller, 200).at("/effect/removed").asInt())
                .isEqualTo(2);
    }

    @Test
    void onlyAnAdministratorImportsAndNothingIsFetchedUnlessConfigured() {
        var user = tenant.bean(Users.class).create(1, "viewer", Role.VIEWER);
        var viewer = tenant.platform().token("viewer", user.password());

        assertThat(
                        tenant.platform()
                                .call("POST", "/api/v1/intelligence/epss", viewer, "x")
                                .statusCode())
                .isEqualTo(403);
        assertThat(tenant.platform().call("GET", "/api/v1/intelligence", viewer, null).statusCode())
                .isEqualTo(200);
        assertThat(tenant.call(400, "POST", "/api/v1/intelligence/kev/fetch", null).get("code"))
                .hasToString("\"LIST_NO_ADDRESS\"");
        assertThat(tenant.call(404, "POST", "/api/v1/intelligence/other", "x").get("code"))
                .hasToString("\"LIST_UNKNOWN\"");
    }

    private static long kevFindings() {
        return tenant.count("findings", "finding.riskFactor.isCisaKnownExploit:true");
    }

    private static int score(String finding) {
        return tenant.get("/api/v1/findings/" + tenant.finding(connection, finding))
                .at("/score/value")
                .asInt();
    }

    /** Which transaction wrote the vulnerability. */
    private static String version(String cve) {
        return tenant.jdbc()
                .sql("select xmin::text from vulnerability where cve_id = ?")
                .param(cve)
                .query(String.class)
                .single();
    }

    private static JsonNode send(String list, String text, int status) {
        return ScoredTenant.read(post(list, text.getBytes(StandardCharsets.UTF_8)), status);
    }

    private static HttpResponse<String> post(String list, byte[] body) {
        return tenant.platform()
                .send(
                        tenant.platform()
                                .request("/api/v1/intelligence/" + list)
                                .header("Authorization", "Bearer " + tenant.admin())
                                .header("Content-Type", "application/octet-stream")
                                .POST(BodyPublishers.ofByteArray(body)));
    }
}
