package io.penstock.platform.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.TestBrowser;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Held closings over HTTP and in the console: limits, lists, release, reject. */
class HoldsApiIT {

    private static TestPlatform platform;
    private static StoredRuns runs;
    private static String admin;
    private static TestBrowser browser;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestPlatform.start(data, "--penstock.transform.workers=0");
        runs = new StoredRuns(platform);
        admin = platform.adminToken();
        browser = TestBrowser.signedIn(platform, "admin", platform.firstPassword());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void connect(TestInfo test) {
        connection = runs.connectAlone(test.getDisplayName());
    }

    @Test
    void theLimitsAreChangedAndWhatIsLeftOutStays() {
        assertThat(call(200, "GET", closings(), null).toString())
                .isEqualTo(
                        "{\"retainMissing\":true,\"breakerShare\":20,\"breakerCount\":null,"
                                + "\"breakerFloor\":100}");

        call(200, "PUT", closings(), "{\"breakerCount\": 500, \"retainMissing\": false}");
        var changed = call(200, "PUT", closings(), "{\"breakerShare\": 5, \"breakerFloor\": 0}");

        assertThat(changed.toString())
                .isEqualTo(
                        "{\"retainMissing\":false,\"breakerShare\":5,\"breakerCount\":500,"
                                + "\"breakerFloor\":0}");
        var unlimited = call(200, "PUT", closings(), "{\"breakerCount\": -1}");
        assertThat(unlimited.get("breakerCount").isNull()).isTrue();
        assertThat(call(400, "PUT", closings(), "{\"breakerShare\": 101}").get("detail").asString())
                .contains("'share' is 101, allowed are 0 to 100.");
        call(400, "PUT", closings(), "{\"breakerFloor\": -1}");
    }

    @Test
    void heldClosingsAreListedCountedAndReleased() {
        var run = hold();

        var hold = call(200, "GET", "/api/v1/runs/" + run + "/hold", null);
        assertThat(hold.get("state").asString()).isEqualTo("OPEN");
        assertThat(hold.get("waiting").asInt()).isEqualTo(3);
        var page = call(200, "GET", "/api/v1/runs/" + run + "/hold/changes?limit=2", null);
        assertThat(page.get("rows").size()).isEqualTo(2);
        var rest =
                call(
                        200,
                        "GET",
                        "/api/v1/runs/"
                                + run
                                + "/hold/changes?limit=2&after="
                                + page.get("next").asString(),
                        null);
        assertThat(rest.get("rows").size()).isOne();
        assertThat(rest.get("next").isNull()).isTrue();
        var counts = call(200, "GET", "/api/v1/runs/" + run + "/hold/counts?by=host", null);
        assertThat(counts.get("rows").get(0).get("findings").asInt()).isEqualTo(3);

        for (var time = 0; time < 2; time++) {
            var answer =
                    call(
                            200,
                            "POST",
                            "/api/v1/runs/" + run + "/hold/release",
                            "{\"note\": \"patched\"}");
            assertThat(answer.get("state").asString()).isEqualTo("RELEASED");
            assertThat(answer.get("decidedBy").asString()).isEqualTo("admin");
        }
        assertThat(fixed()).isEqualTo(3);
        call(409, "POST", "/api/v1/runs/" + run + "/hold/reject", null);
    }

    @Test
    void theConnectionAndTheRunSayThatSomethingIsHeld() {
        var run = hold();

        var shown = call(200, "GET", "/api/v1/connections/" + connection.uuid(), null);
        assertThat(shown.get("openHolds").get(0).get("run").asString()).isEqualTo(run.toString());
        assertThat(call(200, "GET", "/api/v1/runs/" + run, null).get("hold").toString())
                .isEqualTo("{\"state\":\"OPEN\",\"closings\":3}");
        var open = call(200, "GET", "/api/v1/holds?connection=" + connection.uuid(), null);
        assertThat(open.get("rows").size()).isOne();

        call(200, "POST", "/api/v1/runs/" + run + "/hold/reject", "{}");
        var none = call(200, "GET", "/api/v1/holds?connection=" + connection.uuid(), null);
        assertThat(none.get("rows").isEmpty()).isTrue();
        assertThat(call(200, "GET", "/api/v1/holds?state=rejected", null).get("rows").isEmpty())
                .isFalse();
        assertThat(fixed()).isZero();
    }

    @Test
    void aPersonDecidesOnTheRunsPage() {
        var run = hold();
        var page = browser.get("/runs/" + run + "/hold/decision").body();
        assertThat(page).contains("Held closings", "Close 3 findings", "Keep them open");
        assertThat(browser.get("/runs/" + run).body())
                .contains("are held until a person releases or rejects them");
        assertThat(browser.get("/connections/" + connection.uuid()).body())
                .contains("findings would close and wait for a decision")
                .contains("/runs/" + run);
        browser.get("/runs/" + run);

        var answer = browser.post("/runs/" + run + "/hold", decision("release"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(fixed()).isEqualTo(3);
        assertThat(browser.get("/runs/" + run + "/hold/decision").body())
                .contains("Released by <bdi>admin</bdi>", "the findings are closed.")
                .doesNotContain("Keep them open");
        assertThat(browser.get("/connections/" + connection.uuid()).body())
                .doesNotContain("wait for a decision");
        browser.get("/runs/" + run);
        assertThat(browser.post("/runs/" + run + "/hold", decision("reject")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void aFindingSaysThatItIsHeldMissingOrOnAHostThatIsGone() {
        var run = hold();
        var change = call(200, "GET", "/api/v1/runs/" + run + "/hold/changes?limit=1", null);
        var id = change.get("rows").get(0).get("finding").asString();
        var finding = call(200, "GET", "/api/v1/findings/" + id, null);
        assertThat(finding.get("presence").get("closingHeld").asBoolean()).isTrue();
        assertThat(finding.get("events").get(0).get("standing").asString()).isEqualTo("HELD");
        assertThat(browser.get("/risk-management/findings/vulnerability/" + id).body())
                .contains("closing held", "Held: ");

        runs.read(connection, List.of(page(host())), List.of(page()));
        runs.drain();
        var missing = "finding.isMissing:true and finding.connectionUuid:" + connection.uuid();
        assertThat(found(missing)).isEqualTo(3);
        runs.read(connection, List.of(page()), List.of(page()));
        runs.drain();
        var gone = "finding.isHostGone:true and finding.connectionUuid:" + connection.uuid();
        assertThat(found(gone)).isEqualTo(3);
        assertThat(found(gone + " and finding.missingSince<now-1d")).isZero();
        assertThat(browser.get("/risk-management/findings/vulnerability/" + id).body())
                .contains("not reported", "host gone");
    }

    @Test
    void onlyAnAdministratorDecidesAndAnEngineDoesNotLook() {
        var run = hold();
        var hold = "/api/v1/runs/" + run + "/hold";
        for (var role : List.of(Role.VIEWER, Role.ENGINE)) {
            var name = "hold-" + role;
            var user = platform.bean(Users.class).create(StoredRuns.TENANT, name, role);
            var token = platform.token(name, user.password());
            var looks = role == Role.VIEWER ? 200 : 403;
            assertThat(platform.call("GET", hold, token, null).statusCode()).isEqualTo(looks);
            assertThat(platform.call("GET", hold + "/changes", token, null).statusCode())
                    .isEqualTo(looks);
            assertThat(platform.call("POST", hold + "/release", token, null).statusCode())
                    .isEqualTo(403);
        }
        assertThat(fixed()).isZero();
    }

    @Test
    void whatMakesNoSenseIsRefusedInOneSentence() {
        var run = hold();
        var hold = "/api/v1/runs/" + run + "/hold";
        assertThat(code(400, "GET", "/api/v1/holds?state=broken")).isEqualTo("STATE_UNKNOWN");
        assertThat(code(400, "GET", "/api/v1/holds?limit=1000")).isEqualTo("LIMIT_RANGE");
        assertThat(code(400, "GET", hold + "/counts?by=colour")).isEqualTo("COUNT_BY");
        assertThat(code(400, "GET", hold + "/changes?limit=0")).isEqualTo("LIMIT_RANGE");
        assertThat(code(404, "GET", "/api/v1/runs/" + new UUID(0, 1) + "/hold"))
                .isEqualTo("HOLD_UNKNOWN");
        var note = "{\"note\": \"" + "x".repeat(2_001) + "\"}";
        assertThat(call(400, "POST", hold + "/release", note).get("code").asString())
                .isEqualTo("NOTE_LENGTH");
    }

    private static Map<String, String> decision(String word) {
        return Map.of("decision", word, "note", "ok", "sure", "yes");
    }

    /** Three of three findings are closed, and none may be without being asked. */
    private UUID hold() {
        call(200, "PUT", closings(), "{\"breakerFloor\": 0}");
        runs.read(connection, List.of(page(host())), List.of(findings("open", 1)));
        runs.drain();
        var run = runs.read(connection, List.of(page(host())), List.of(findings("closed", 2)));
        runs.drain();
        return run;
    }

    private String closings() {
        var profile = platform.bean(Connections.class).profiles(connection).getFirst();
        return "/api/v1/connections/"
                + connection.uuid()
                + "/profiles/"
                + profile.uuid()
                + "/closings";
    }

    private static int found(String query) {
        var path = "/api/v1/findings?query=" + query.replace(" ", "%20").replace("<", "%3C");
        return call(200, "GET", path, null).get("rows").size();
    }

    private long fixed() {
        return runs.jdbc()
                .sql("select count(*) from finding where connection_id = ? and status = 3")
                .param(connection.id())
                .query(Long.class)
                .single();
    }

    private static String findings(String status, int day) {
        return page(
                IntStream.range(1, 4)
                        .mapToObj(i ->
                                """
                                {"id": "f%d", "cid": "c", "aid": "a1", "status": "%s",
                                 "vulnerability_id": "CVE-2026-%d",
                                 "created_timestamp": "2026-01-01T00:00:00Z",
                                 "updated_timestamp": "2026-03-0%dT00:00:00Z",
                                 "cve": {"id": "CVE-2026-%d", "severity": "HIGH"}}
                                """
                                        .formatted(i, status, i, day, i))
                        .toArray(String[]::new));
    }

    private static String host() {
        return """
        {"id": "h1", "cid": "c", "aid": "a1", "hostname": "web-1",
         "last_seen_timestamp": "2026-03-01T00:00:00Z",
         "network_interfaces": [{"local_ip": "10.0.0.7"}]}
        """;
    }

    private static String page(String... records) {
        return StoredRuns.page(List.of(records));
    }

    private static String code(int status, String method, String path) {
        return call(status, method, path, null).get("code").asString();
    }

    private static JsonNode call(int status, String method, String path, @Nullable String body) {
        var answer = platform.call(method, path, admin, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }
}
