package io.penstock.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.platform.security.NewUser;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.TestBrowser;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Every request that may change something is in the log, whatever became of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditIT {

    private static final int TENANT = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TestPlatform platform;
    private String admin;
    private NewUser viewer;
    private String viewerToken;

    @BeforeAll
    void start(@TempDir Path data) {
        platform = TestPlatform.start(data);
        admin = platform.adminToken();
        viewer = platform.bean(Users.class).create(TENANT, "vera", Role.VIEWER);
        viewerToken = platform.token("vera", viewer.password());
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void holdsAChangeWithItsValuesBeforeAndAfter() {
        var body = "{\"name\":\"<b>Gold</b>\",\"criticality\":4}";
        var tag = read(call("POST", "/api/v1/tags", body));
        var uuid = tag.get("uuid").asString();
        call("PUT", "/api/v1/tags/" + uuid, "{\"name\":\"<b>Gold</b>\",\"criticality\":5}");

        var event = ended("", "tag.change", "PUT /api/v1/tags/{uuid}", 200);

        assertThat(event.username()).isEqualTo("admin");
        assertThat(event.apiToken()).isEmpty();
        assertThat(event.address()).isEqualTo("127.0.0.1");
        assertThat(event.object()).isEqualTo(uuid);
        assertThat(event.outcome()).isEqualTo(AuditOutcome.DONE);
        assertThat(event.before()).contains("\"criticality\":4");
        assertThat(event.after()).contains("\"criticality\":5");
        assertThat(ended("", "tag.create", "POST /api/v1/tags", 201).object()).isEqualTo(uuid);
    }

    @Test
    void holdsWhatWasRefusedWithTheReason() {
        call("POST", "/api/v1/tags", "{\"name\":\"\"}");
        var refused = ended("admin", "tags.create", "POST /api/v1/tags", 400);
        assertThat(refused.outcome()).isEqualTo(AuditOutcome.REFUSED);
        assertThat(refused.reason()).isEqualTo("TAG_NAME");
        assertThat(refused.after()).isNull();

        platform.call("POST", "/api/v1/tags", viewerToken, "{\"name\":\"x\"}");
        assertThat(ended("vera", "request", "POST /api/v1/tags", 403).userId())
                .isEqualTo(viewer.user().id());

        var path = "/api/v1/tags/" + UUID.randomUUID();
        platform.call("DELETE", path, "broken", null);
        assertThat(ended("", "request", "DELETE " + path, 401).username()).isEmpty();
    }

    @Test
    void holdsWhatReachesNoController() {
        var browser = TestBrowser.signedIn(platform, "admin", platform.firstPassword());
        browser.get("/account");
        assertThat(browser.postAsIs("/account/end-sessions", Map.of()).statusCode()).isEqualTo(403);
        ended("admin", "request", "POST /account/end-sessions", 403);

        call("DELETE", "/api/v1/nothing-here", null);
        ended("admin", "request", "DELETE /api/v1/nothing-here", 404);
    }

    @Test
    void holdsSignInsOfBothKindsAndFailedOnes() {
        var wrong = new TestBrowser(platform);
        wrong.signIn("vera", "not-the-password");
        assertThat(ended("vera", "sign-in", "POST /sign-in", 302).outcome())
                .isEqualTo(AuditOutcome.REFUSED);

        var browser = TestBrowser.signedIn(platform, "vera", viewer.password());
        browser.get("/account");
        browser.post("/sign-out", Map.of());
        assertThat(ended("vera", "sign-out", "POST /sign-out", 302).outcome())
                .isEqualTo(AuditOutcome.DONE);
        assertThat(ended("vera", "sign-in", "POST /sign-in", 302).outcome())
                .isEqualTo(AuditOutcome.DONE);

        platform.logIn("vera", viewer.password());
        assertThat(ended("vera", "sign-in", "POST /auth", 201).outcome())
                .isEqualTo(AuditOutcome.DONE);
        platform.logIn("vera", "wrong again");
        assertThat(ended("vera", "sign-in", "POST /auth", 401).outcome())
                .isEqualTo(AuditOutcome.REFUSED);
    }

    @Test
    void neverHoldsASecretNorWhatWasTypedWhereTheNameBelongs() {
        platform.logIn("my-secret-typed-as-name", "x");
        var made = platform.bean(Users.class).create(TENANT, "paula", Role.VIEWER);
        var token = platform.token("paula", made.password());
        var body = "{\"present\":\"" + made.password() + "\",\"wanted\":\"four words in a row\"}";
        platform.call("POST", "/api/v1/me/password", token, body);
        ended("paula", "account.password", "POST /api/v1/me/password", 204);
        var reset = call("POST", "/api/v1/users/" + made.user().id() + "/reset-password", "");
        var password = read(reset).get("password").asString();

        var csv = platform.call("GET", "/api/v1/audit/export", admin, null).body();

        assertThat(csv)
                .contains("account.password", "user.reset-password")
                .doesNotContain("my-secret-typed-as-name", made.password(), password)
                .doesNotContain("four words in a row", platform.firstPassword(), token);
    }

    @Test
    void leavesReadingAndTheTrafficOfEnginesOut() {
        platform.call("GET", "/api/v1/tags", admin, null);
        platform.call("POST", "/api/v1/findings/search", admin, "{\"query\":\"\"}");
        platform.call("POST", "/engine/v1/runs", admin, "{}");
        platform.call("DELETE", "/api/v1/after-that", admin, null);

        ended("admin", "request", "DELETE /api/v1/after-that", 404);
        assertThat(requests())
                .doesNotContain("GET /api/v1/tags")
                .noneMatch(request -> request.contains("search") || request.contains("/engine/"));
    }

    @Test
    void filtersPagesAndExports() {
        for (int i = 0; i < 5; i++) {
            call("POST", "/api/v1/tags", "{\"name\":\"page " + i + "\"}");
        }
        var one = audit("?who=ADMIN&action=tag.create&limit=2");
        var two = audit("?who=admin&action=tag.create&limit=2&after=" + one.get("next").asString());

        assertThat(one.get("events")).hasSize(2);
        assertThat(two.get("events")).hasSize(2);
        assertThat(two.get("events").get(0).get("id").asLong())
                .isLessThan(one.get("events").get(1).get("id").asLong());
        assertThat(audit("?who=nobody-else").get("events")).isEmpty();
        assertThat(audit("?until=2020-01-01T00:00:00Z").get("events")).isEmpty();
        assertThat(audit("?from=+999999999-01-01T00:00:00Z").get("events")).isEmpty();
        assertThat(audit("/actions").get("actions").toString()).contains("tag.create", "sign-in");
        assertThat(platform.call("GET", "/api/v1/audit?after=zzz", admin, null).statusCode())
                .isEqualTo(400);
        assertThat(platform.call("GET", "/api/v1/audit?limit=501", admin, null).statusCode())
                .isEqualTo(400);

        var csv = platform.call("GET", "/api/v1/audit/export?action=tag.create", admin, null);
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("audit.csv");
        assertThat(csv.body().lines().skip(1)).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void theDatabaseKeepsTheLogFromBeingChanged() {
        call("POST", "/api/v1/tags", "{\"name\":\"kept\"}");
        ended("admin", "tag.create", "POST /api/v1/tags", 201);
        var jdbc = platform.bean(JdbcClient.class);
        for (var statement :
                List.of(
                        "update audit_event set username = 'other'",
                        "update audit_event set outcome = 'FAILED' where outcome = 'DONE'",
                        "delete from audit_event",
                        "truncate audit_event")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("audit log");
        }
    }

    @Test
    void forgetsWhatIsOldABatchAtATime() {
        var jdbc = platform.bean(JdbcClient.class);
        jdbc.sql(
                        """
                        insert into audit_event (tenant_id, at, username, api_token, address,
                            action, request, object, part, outcome)
                        select 1, now() - interval '500 days', 'old', '', '', 'old', '', '', '',
                            'DONE' from generate_series(1, 5)
                        """)
                .update();
        var log = platform.bean(AuditLog.class);
        var before = Instant.now().minus(Duration.ofDays(400));

        assertThat(log.forget(TENANT, before, 3)).isEqualTo(3);
        assertThat(log.forget(TENANT, before, 3)).isEqualTo(2);
        assertThat(log.find(TENANT, filter("old", ""), "", 10).events()).isEmpty();
    }

    private static AuditFilter filter(String who, String action) {
        return new AuditFilter(who, action, "", null, null, null);
    }

    /**
     * The newest event of this kind. The outcome is written while the answer is on its way, so it
     * may come a moment after it.
     */
    private AuditEvent ended(String who, String action, String request, int status) {
        var log = platform.bean(AuditLog.class);
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var found =
                    log.find(TENANT, filter(who, action), "", 20).events().stream()
                            .filter(event -> event.request().equals(request))
                            .filter(event -> Objects.equals(event.status(), status))
                            .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        throw new AssertionError("not in the log: " + who + " " + request + " " + status);
    }

    private List<String> requests() {
        return platform.bean(JdbcClient.class)
                .sql("select request from audit_event")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private JsonNode audit(String rest) {
        var answer = platform.call("GET", "/api/v1/audit" + rest.replace("+", "%2B"), admin, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return read(answer.body());
    }

    private String call(String method, String path, @Nullable String body) {
        return platform.call(method, path, admin, body).body();
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
