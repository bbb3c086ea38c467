package io.penstock.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.report.ManyFindings;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.Users;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Saved searches, orders of lists, and steps for all that a query matches, over HTTP. */
class ListStepsApiIT {

    private static final String SEARCHES = "/api/v1/saved-searches";
    private static final String DECISIONS = "/api/v1/findings/decisions";

    private static TestApi api;
    private static String viewer;
    private static String other;

    @BeforeAll
    static void start(@TempDir Path data) {
        api = TestApi.start(data);
        ManyFindings.add(api.jdbc(), 12_000);
        api.jdbc()
                .sql(
                        """
                        insert into asset_source (tenant_id, host_id, asset_id, connection_id,
                            record_key, minimal, changed_at, content_hash, attributes, created_run,
                            changed_run)
                        select a.tenant_id, a.asset_id, a.asset_id, c.connection_id, a.name, false,
                            now(), gen_random_uuid(), '{}', 1, 1
                        from asset a, connection c
                        """)
                .update();
        viewer = viewer("viewer");
        other = viewer("other");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static String viewer(String name) {
        var user = api.platform().bean(Users.class).create(1, name, Role.VIEWER);
        return api.platform().token(name, user.password());
    }

    @Test
    void everybodyKeepsHisOwnSearches() {
        var body = search("Mine", "finding.severity:5", false);
        var made = api.call(201, "POST", SEARCHES, viewer, body);
        var path = SEARCHES + "/" + made.get("uuid").asString();

        assertThat(made.get("own").asBoolean()).isTrue();
        assertThat(api.call(200, "GET", path, viewer, null).get("query").asString())
                .isEqualTo("finding.severity:5");
        assertThat(list(viewer)).contains("Mine");
        assertThat(list(other)).doesNotContain("Mine");
        api.call(404, "GET", path, other, null);
        api.call(404, "DELETE", path, other, null);
        api.admin(404, "GET", path, null);
        assertThat(code(409, viewer, body)).isEqualTo("SEARCH_NAME_TAKEN");
        api.call(201, "POST", SEARCHES, other, body);

        api.call(200, "PUT", path, viewer, search("Others", "openssl", false));
        assertThat(list(viewer)).contains("Others").doesNotContain("Mine");
        api.call(204, "DELETE", path, viewer, null);
        assertThat(list(viewer)).doesNotContain("Others");
    }

    @Test
    void anAdministratorSharesSearches() {
        assertThat(code(403, viewer, search("All", "", true))).isEqualTo("SEARCH_SHARE");
        var made = api.admin(201, "POST", SEARCHES, search("For all", "", true));
        var path = SEARCHES + "/" + made.get("uuid").asString();

        assertThat(list(viewer)).contains("For all");
        assertThat(api.call(200, "GET", path, viewer, null).get("own").asBoolean()).isFalse();
        assertThat(api.call(403, "PUT", path, viewer, search("x", "", true)).get("code").asString())
                .isEqualTo("SEARCH_FOREIGN");
        api.call(403, "DELETE", path, viewer, null);
        api.admin(204, "DELETE", path, null);
    }

    @Test
    void anAdministratorTakesASearchOfAnotherBackFromAll() {
        var user = api.platform().bean(Users.class).create(1, "second", Role.ADMIN);
        var second = api.platform().token("second", user.password());
        var made = api.call(201, "POST", SEARCHES, second, search("Of the second", "", true));
        var path = SEARCHES + "/" + made.get("uuid").asString();

        var changed = api.admin(200, "PUT", path, search("Of the second", "openssl", false));

        assertThat(changed.get("shared").asBoolean()).isFalse();
        assertThat(changed.get("own").asBoolean()).isFalse();
        assertThat(changed.get("by").asString()).isEqualTo("second");
        assertThat(list(viewer)).doesNotContain("Of the second");
        api.admin(404, "GET", path, null);
        var kept = api.call(200, "GET", path, second, null);
        assertThat(kept.get("query").asString()).isEqualTo("openssl");
        assertThat(kept.get("createdAt")).isEqualTo(made.get("createdAt"));
    }

    @Test
    void refusesWhatIsNoSearch() {
        assertThat(code(400, viewer, "{\"name\": \"x\"}")).isEqualTo("SEARCH_FIELDS");
        assertThat(code(400, viewer, search(" ", "", false))).isEqualTo("SEARCH_NAME");
        assertThat(code(400, viewer, search("x".repeat(101), "", false))).isEqualTo("SEARCH_NAME");
        assertThat(code(400, viewer, search("x", "finding.sev:1", false)))
                .isEqualTo("QUERY_INVALID");
        assertThat(code(400, viewer, search("a\\u0000b", "", false))).isEqualTo("TEXT_CHARACTER");
        assertThat(code(400, viewer, search("x", "`a\\u0000b`", false)))
                .isEqualTo("TEXT_CHARACTER");
    }

    @Test
    void nobodyKeepsMoreThanHisShare() {
        var hoarder = viewer("hoarder");
        for (var i = 0; i < 200; i++) {
            api.call(201, "POST", SEARCHES, hoarder, search("Search " + i, "", false));
        }
        assertThat(code(400, hoarder, search("One more", "", false))).isEqualTo("SEARCH_TOO_MANY");
    }

    @Test
    void listsHaveOrders() {
        var worst = api.get("/api/v1/findings?limit=1").get("rows").get(0);
        var mildest = api.get("/api/v1/findings?limit=1&order=MILDEST_FIRST").get("rows").get(0);
        assertThat(worst.get("severity").asInt()).isEqualTo(5);
        assertThat(mildest.get("severity").asInt()).isEqualTo(1);

        var first = api.get("/api/v1/assets?limit=1&order=NAME_DESC").get("rows").get(0);
        assertThat(first.get("name").asString()).isEqualTo("HOST-99");
        var posted =
                api.admin(
                        200,
                        "POST",
                        "/api/v1/assets/search",
                        "{\"order\": \"NAME_DESC\", \"limit\": 1}");
        assertThat(posted.get("rows").get(0)).isEqualTo(first);
        assertThat(api.code(400, "GET", "/api/v1/assets?order=SIDEWAYS"))
                .isEqualTo("PARAMETER_INVALID");
        assertThat(
                        api.admin(
                                        400,
                                        "POST",
                                        "/api/v1/findings/search",
                                        "{\"order\": \"NAME_DESC\"}")
                                .get("code")
                                .asString())
                .isEqualTo("PARAMETER_INVALID");
    }

    @Test
    void decidesForAllThatMatch() {
        var query = "finding.cveId:CVE-2026-3";
        var plan = api.get(DECISIONS + "/plan?query=" + encoded(query));
        var findings = plan.get("findings").asInt();
        assertThat(findings).isEqualTo(12);
        assertThat(plan.get("cves").asInt()).isEqualTo(1);

        assertThat(refused(409, decision(query, "FINDING", 11))).isEqualTo("BULK_MOVED");
        var done = api.admin(201, "POST", DECISIONS, decision(query, "FINDING", findings));
        assertThat(done.get("decisions").asInt()).isEqualTo(12);
        api.admin(201, "POST", DECISIONS, decision(query, "CVE", findings));
        var accepted =
                api.get(
                        "/api/v1/findings?query="
                                + encoded("finding.riskAcceptance.type:RISK_ACCEPTED"));
        assertThat(accepted.get("count").asInt()).isGreaterThanOrEqualTo(12);
        api.call(403, "POST", DECISIONS, viewer, decision(query, "FINDING", findings));
        api.call(200, "GET", DECISIONS + "/plan?query=" + encoded(query), viewer, null);
    }

    @Test
    void decidesForManyAtOnce() {
        var query = "finding.severity:2 and finding.status:[NEW, ACTIVE]";
        var many = api.get(DECISIONS + "/plan?query=" + encoded(query)).get("findings").asInt();
        assertThat(many).isGreaterThan(1_000);

        var done = api.admin(201, "POST", DECISIONS, decision(query, "FINDING", many));

        assertThat(done.get("decisions").asInt()).isEqualTo(many);
    }

    @Test
    void refusesADecisionOnTooManyOrNone() {
        assertThat(refused(400, decision("", "FINDING", 12_000))).isEqualTo("BULK_TOO_MANY");
        assertThat(refused(400, decision("nobody", "FINDING", 0))).isEqualTo("BULK_NOTHING");
        assertThat(refused(400, decision("finding.sev:1", "FINDING", 0)))
                .isEqualTo("QUERY_INVALID");
        assertThat(refused(400, "{\"query\": \"\"}")).isEqualTo("ACCEPTANCE_FIELDS");
    }

    @Test
    void tagsAllThatMatch() {
        var tag = api.admin(201, "POST", "/api/v1/tags", "{\"name\": \"Many\"}").get("uuid");
        var path = "/api/v1/tags/" + tag.asString() + "/assets/of-query";
        var body = "{\"query\": \"asset.name:host-1*\", \"expected\": 32}";

        assertThat(api.admin(200, "POST", path, body).get("changed").asInt()).isEqualTo(32);
        assertThat(api.get("/api/v1/assets?query=asset.tag.name:Many").get("count").asInt())
                .isEqualTo(32);
        assertThat(api.admin(200, "POST", path, body).get("changed").asInt()).isZero();
        api.admin(409, "POST", path, body.replace("32", "31"));
        api.call(403, "POST", path, viewer, body);
        assertThat(api.admin(200, "POST", path + "/remove", body).get("changed").asInt())
                .isEqualTo(32);
        api.admin(
                404,
                "POST",
                path.replace(tag.asString(), "00000000-0000-4000-8000-000000000009"),
                body);
    }

    private static String list(String token) {
        return api.call(200, "GET", SEARCHES + "?over=FINDINGS", token, null).toString();
    }

    private static String code(int status, String token, String body) {
        return api.call(status, "POST", SEARCHES, token, body).get("code").asString();
    }

    private static String refused(int status, String body) {
        return api.admin(status, "POST", DECISIONS, body).get("code").asString();
    }

    private static String search(String name, String query, boolean shared) {
        return """
        {"over": "FINDINGS", "name": "%s", "query": "%s", "shared": %s}
        """
                .formatted(name, query, shared);
    }

    private static String decision(String query, String scope, int expected) {
        return """
        {"query": "%s", "kind": "RISK_ACCEPTED", "scope": "%s", "reason": "Behind a wall",
         "until": "%s", "expected": %d}
        """
                .formatted(query, scope, Instant.now().plus(30, ChronoUnit.DAYS), expected);
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
