package io.penstock.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.UUID;

/** Tokens that last: what they open, and what ends them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTokensIT {

    private TestPlatform platform;
    private String admin;

    @BeforeAll
    void start(@TempDir Path data) {
        platform = TestPlatform.start(data);
        admin = platform.adminToken();
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void opensTheApiWithItsRoleAndNothingElse() {
        var reader = "{\"name\":\"reader\",\"role\":\"VIEWER\"}";
        var token = made(admin, reader).get("token").asString();

        assertThat(status("GET", "/api/v1/users", token, null)).isEqualTo(200);
        assertThat(status("POST", "/api/v1/users", token, "{}")).isEqualTo(403);
        assertThat(status("GET", "/engine/v1/anything", token, null)).isEqualTo(401);
        assertThat(status("GET", "/api/v1/users", token + "x", null)).isEqualTo(401);
    }

    @Test
    void isShownOnceAndStoredAsAHash() {
        var made = made(admin, "{\"name\":\"once\"}");
        var text = made.get("token").asString();
        var uuid = made.get("about").get("uuid").asString();

        assertThat(text).startsWith("pst_").hasSize(47);
        assertThat(made.get("about").get("role").asString()).isEqualTo("ADMIN");
        for (var path : new String[] {"/api/v1/me/tokens", "/api/v1/api-tokens"}) {
            assertThat(platform.call("GET", path, admin, null).body())
                    .contains(uuid)
                    .doesNotContain(text);
        }
        var stored =
                platform.bean(JdbcClient.class)
                        .sql("select t::text from api_token t")
                        .query(String.class)
                        .list();
        assertThat(stored).isNotEmpty().noneMatch(row -> row.contains(text.substring(4)));
    }

    @Test
    void saysWhenItWasUsedLastAndInTheAuditLogWhichItWas() {
        var made = made(admin, "{\"name\":\"used\"}");
        var uuid = made.get("about").get("uuid").asString();
        var token = made.get("token").asString();
        assertThat(own(uuid).get("lastUsedAt").isNull()).isTrue();

        assertThat(status("POST", "/api/v1/tags", token, "{\"name\":\"by token\"}")).isEqualTo(201);

        assertThat(own(uuid).get("lastAddress").asString()).isEqualTo("127.0.0.1");
        assertThat(platform.call("GET", "/api/v1/audit?action=tag.create", admin, null).body())
                .contains("\"apiToken\":\"used\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"\"}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"name\":\"x\",\"days\":0}",
                "{\"name\":\"x\",\"days\":367}",
                "{\"name\":\"x\",\"role\":\"INGEST\"}",
                "{\"name\":\"x\",\"role\":\"KING\"}",
            })
    void refusesWhatIsOutOfBounds(String body) {
        assertThat(status("POST", "/api/v1/me/tokens", admin, body)).isEqualTo(400);
    }

    @Test
    void isNeverAboveItsMakersRole() {
        var viewer = user(Role.VIEWER);
        var session = token(viewer);

        var above = "{\"name\":\"x\",\"role\":\"ADMIN\"}";

        assertThat(status("POST", "/api/v1/me/tokens", session, above)).isEqualTo(400);
        assertThat(made(session, "{\"name\":\"x\"}").get("about").get("role").asString())
                .isEqualTo("VIEWER");
    }

    @Test
    void cannotMakeAnother() {
        var token = made(admin, "{\"name\":\"parent\"}").get("token").asString();

        var answer = platform.call("POST", "/api/v1/me/tokens", token, "{\"name\":\"child\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("TOKEN_BY_TOKEN");
    }

    @Test
    void endsAtOnceWhenItIsRevokedAndByItsOwnerOrAnAdministratorOnly() {
        var viewer = user(Role.VIEWER);
        var session = token(viewer);
        var made = made(session, "{\"name\":\"mine\"}");
        var token = made.get("token").asString();
        var path = "/tokens/" + made.get("about").get("uuid").asString() + "/revoke";
        var stranger = token(user(Role.VIEWER));

        assertThat(status("POST", "/api/v1/me" + path, stranger, "")).isEqualTo(404);
        assertThat(status("POST", "/api/v1/api-" + path.substring(1), stranger, "")).isEqualTo(403);
        assertThat(status("GET", "/api/v1/users", token, null)).isEqualTo(200);
        assertThat(status("POST", "/api/v1/me" + path, session, "")).isEqualTo(200);
        assertThat(status("GET", "/api/v1/users", token, null)).isEqualTo(401);
    }

    @Test
    void endsWithItsOwnersAccessAndRole() {
        var second = user(Role.ADMIN);
        var token = made(token(second), "{\"name\":\"x\"}").get("token").asString();
        var path = "/api/v1/users/" + second.user().id();
        assertThat(status("GET", "/api/v1/users", token, null)).isEqualTo(200);

        status("POST", path + "/disable", admin, "");
        assertThat(status("GET", "/api/v1/users", token, null)).isEqualTo(401);
        status("POST", path + "/enable", admin, "");
        assertThat(status("GET", "/api/v1/users", token, null)).isEqualTo(200);
        status("POST", path + "/role", admin, "{\"role\":\"VIEWER\"}");
        assertThat(status("GET", "/api/v1/users", token, null)).isEqualTo(401);
    }

    @Test
    void endsOnItsDay() {
        var made = made(admin, "{\"name\":\"short\",\"days\":1}");
        platform.bean(JdbcClient.class)
                .sql("update api_token set expires_at = now() where token_id = ?")
                .param(UUID.fromString(made.get("about").get("uuid").asString()))
                .update();

        assertThat(status("GET", "/api/v1/users", made.get("token").asString(), null))
                .isEqualTo(401);
    }

    @Test
    void goesOnWhenAllSessionsAreEnded() {
        var viewer = user(Role.VIEWER);
        var session = token(viewer);
        var token = made(session, "{\"name\":\"x\"}").get("token").asString();
        var browser = TestBrowser.signedIn(platform, viewer.user().username(), viewer.password());

        assertThat(status("POST", "/api/v1/me/end-sessions", session, "")).isEqualTo(204);

        assertThat(status("GET", "/api/v1/users", session, null)).isEqualTo(401);
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
        assertThat(status("GET", "/api/v1/users", token, null)).isEqualTo(200);
        token(viewer);
    }

    @Test
    void pagesThroughEverybodysTokens() {
        for (int i = 0; i < 3; i++) {
            made(admin, "{\"name\":\"page\"}");
        }
        var one = read("/api/v1/api-tokens?limit=2");
        var two = read("/api/v1/api-tokens?limit=2&after=" + one.get("next").asString());

        assertThat(one.get("tokens")).hasSize(2);
        assertThat(two.get("tokens").toString())
                .doesNotContain(one.get("tokens").get(0).get("uuid").asString())
                .doesNotContain(one.get("tokens").get(1).get("uuid").asString());
    }

    private JsonNode own(String uuid) {
        for (var token : read("/api/v1/me/tokens").get("tokens")) {
            if (token.get("uuid").asString().equals(uuid)) {
                return token;
            }
        }
        throw new AssertionError("no token " + uuid);
    }

    private JsonNode read(String path) {
        return JsonMapper.shared().readTree(platform.call("GET", path, admin, null).body());
    }

    private JsonNode made(String by, String body) {
        var answer = platform.call("POST", "/api/v1/me/tokens", by, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body());
    }

    private int status(String method, String path, String token, @Nullable String body) {
        return platform.call(method, path, token, body).statusCode();
    }

    private NewUser user(Role role) {
        var name = "t" + UUID.randomUUID().toString().substring(0, 8);
        return platform.bean(Users.class).create(1, name, role);
    }

    private String token(NewUser user) {
        return platform.token(user.user().username(), user.password());
    }
}
