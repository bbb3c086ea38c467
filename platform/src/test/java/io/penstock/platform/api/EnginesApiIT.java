package io.penstock.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.wire.EnginePaths;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Engines with keys of their own, runs on order, and the image, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnginesApiIT {

    private static final String KEY = "k".repeat(43);
    private static final String OTHER_KEY = "o".repeat(43);
    private static final String ARCHIVE = "onprem-execution-engine.tar.gz";

    /** SHA-256 of "image". */
    private static final String SUM =
            "6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d";

    private TestApi platform;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    private UUID profile = new UUID(0, 0);

    @BeforeAll
    void start(@TempDir Path data, @TempDir Path images) throws Exception {
        var image = Files.writeString(images.resolve(ARCHIVE), "image");
        platform = TestApi.start(data, "--penstock.engine-image=" + image);
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @BeforeEach
    void connect() {
        connection = platform.connect();
        profile = platform.profile(connection);
    }

    private String api() {
        return "/api/v1/connections/" + connection.uuid();
    }

    private String plan() {
        return EnginePaths.plan(connection.uuid(), profile);
    }

    private String enrol(String key) {
        var token = token();
        var answer = enrolling(200, token, key);
        return answer.get("username").asString();
    }

    private String token() {
        return platform.admin(201, "POST", api() + "/engine-tokens", "{\"name\":\"vm-7\"}")
                .get("token")
                .asString();
    }

    /** Without a login, as an engine that has none yet. */
    private JsonNode enrolling(int status, String token, String key) {
        var body =
                "{\"token\":\"%s\",\"key\":\"%s\",\"engineVersion\":\"1\",\"engineHost\":\"vm\"}"
                        .formatted(token, key);
        var answer = platform.platform().call("POST", EnginePaths.ENROL, null, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private String login(String username, String key) {
        return platform.platform().token(username, key);
    }

    @Test
    void aTokenBecomesAKeyOnceThatOpensTheIntakeOfItsConnectionAndNothingElse() {
        var token = token();
        var before = enrolling(200, token, KEY);
        var refused = enrolling(401, token, OTHER_KEY);
        assertThat(refused.get("code").asString()).isEqualTo("ENROLMENT_REFUSED");

        var jwt = login(before.get("username").asString(), KEY);
        platform.call(200, "GET", plan(), jwt, null);
        platform.call(403, "GET", api(), jwt, null);
        platform.call(403, "POST", "/api/v1/me/password", jwt, "{}");
        var other = platform.connect();
        var foreign = EnginePaths.plan(other.uuid(), platform.profile(other));
        assertThat(platform.call(403, "GET", foreign, jwt, null).get("code").asString())
                .isEqualTo("ENGINE_OF_OTHER_CONNECTION");
        var listed = platform.get(api() + "/engines").get("enrolled").get(0);
        assertThat(listed.get("name").asString()).isEqualTo("vm-7");
    }

    @Test
    void aKeyOfWrongFormDoesNotSpendTheToken() {
        var token = token();
        enrolling(400, token, "short");
        enrolling(200, token, KEY);
    }

    @Test
    void anEngineThatDidNotHearTheAnswerEnrolsAgainUnderTheSameName() {
        var token = token();
        var name = enrolling(200, token, KEY).get("username").asString();
        assertThat(enrolling(200, token, KEY).get("username").asString()).isEqualTo(name);
        assertThat(platform.get(api() + "/engines").get("enrolled").size()).isEqualTo(1);

        expire(token);
        enrolling(401, token, KEY);
    }

    private void expire(String token) {
        var hash = "sha256(convert_to(?, 'UTF8'))";
        platform.platform()
                .bean(JdbcClient.class)
                .sql("update engine_token set expires_at = now() where token_hash = " + hash)
                .param(token)
                .update();
    }

    @Test
    void aKeyIsReplacedOnOrderAndTheOldOneEndsAtOnce() {
        var name = enrol(KEY);
        var jwt = login(name, KEY);
        var engine = name.replace("engine-", "");
        var orders = EnginePaths.orders(connection.uuid(), profile);
        assertThat(platform.call(200, "GET", orders, jwt, null).get("newKey").asBoolean())
                .isFalse();

        platform.admin(202, "POST", api() + "/engines/" + engine + "/new-key", null);
        assertThat(platform.call(200, "GET", orders, jwt, null).get("newKey").asBoolean()).isTrue();
        platform.call(204, "PUT", EnginePaths.KEY, jwt, "{\"key\":\"" + OTHER_KEY + "\"}");

        platform.call(401, "GET", orders, jwt, null);
        assertThat(platform.platform().logIn(name, KEY).statusCode()).isEqualTo(401);
        var fresh = login(name, OTHER_KEY);
        assertThat(platform.call(200, "GET", orders, fresh, null).get("newKey").asBoolean())
                .isFalse();
    }

    @Test
    void aRevokedEngineIsRefusedWithItsNextRequest() {
        var token = token();
        var name = enrolling(200, token, KEY).get("username").asString();
        var jwt = login(name, KEY);
        platform.call(200, "GET", plan(), jwt, null);
        var engine = name.replace("engine-", "");
        platform.admin(204, "POST", api() + "/engines/" + engine + "/revoke", null);
        platform.call(401, "GET", plan(), jwt, null);
        assertThat(platform.platform().logIn(name, KEY).statusCode()).isEqualTo(401);
        enrolling(401, token, KEY);
        assertThat(platform.code(404, "POST", api() + "/engines/" + engine + "/new-key"))
                .isEqualTo("ENGINE_UNKNOWN");
    }

    @Test
    void aUserHasNoEngineKeyToReplace() {
        platform.engine(400, "PUT", EnginePaths.KEY, "{\"key\":\"" + KEY + "\"}");
    }

    @Test
    void anOrderedRunIsTakenByOneEngine() {
        var path = api() + "/profiles/" + profile + "/run-orders";
        var asked = platform.admin(202, "POST", path, null);
        assertThat(asked.get("engineUp").asBoolean()).isFalse();
        assertThat(asked.get("commands").toString()).contains("docker run --env-file");
        var whole = platform.admin(202, "POST", path + "?full=true", null);
        var order = whole.get("order").get("id").asString();
        assertThat(order).isNotEqualTo(asked.get("order").get("id").asString());

        var orders = EnginePaths.orders(connection.uuid(), profile);
        var run = platform.engine(200, "GET", orders, null).get("run");
        assertThat(run.get("order").asString()).isEqualTo(order);
        assertThat(run.get("full").asBoolean()).isTrue();
        var id = UUID.fromString(order);
        var take = EnginePaths.runOrder(connection.uuid(), profile, id, UUID.randomUUID());
        platform.engine(204, "POST", take, null);
        platform.engine(204, "POST", take, null);
        var other = EnginePaths.runOrder(connection.uuid(), profile, id, UUID.randomUUID());
        for (var late : List.of(other, other.replaceAll("\\?.*", ""))) {
            assertThat(platform.engine(409, "POST", late, null).get("code").asString())
                    .isEqualTo("ORDER_GONE");
        }
        assertThat(platform.engine(200, "GET", orders, null).get("run").isNull()).isTrue();
        assertThat(platform.get(api() + "/run-orders").get(0).get("state").asString())
                .isEqualTo("TAKEN");
    }

    @Test
    void aWaitingEngineIsShownWithItsScheduleAndNextRuns() {
        var path = EnginePaths.presence(connection.uuid(), profile, UUID.randomUUID());
        var said =
                """
                {"engineVersion":"1","engineHost":"vm","schedule":"0 15 03 * * *","zone":"UTC",
                "nextRuns":["2026-01-01T03:15:00Z"],"lastResult":"FAILED","lastFault":"No."}
                """;
        platform.engine(204, "PUT", path, said);
        platform.engine(204, "PUT", path, said.replace("FAILED", "COMPLETE"));
        var waiting = platform.get(api() + "/engines").get("waiting");
        assertThat(waiting.size()).isEqualTo(1);
        var one = waiting.get(0);
        assertThat(one.get("up").asBoolean()).isTrue();
        assertThat(one.get("nextRuns").get(0).asString()).isEqualTo("2026-01-01T03:15:00Z");
        assertThat(one.get("lastResult").asString()).isEqualTo("COMPLETE");
    }

    @Test
    void theImageIsServedWithATokenOrByALinkThatNeedsNone() {
        var facts = platform.get("/api/v1/engine-image");
        assertThat(facts.get("sha256").asString()).isEqualTo(SUM);
        var link = platform.admin(201, "POST", "/api/v1/engine-image/links", null);
        var path = Path.of(URI.create(link.get("imageUrl").asString()).getPath());
        var nobody = platform.platform().call("GET", path.toString(), null, null);
        assertThat(nobody.body()).isEqualTo("image");
        var sum = platform.platform().call("GET", path + ".sha256", null, null);
        assertThat(sum.body()).isEqualTo(SUM + "  " + ARCHIVE + "\n");
        var forged = path.toString().replaceFirst("/links/\\d", "/links/9");
        assertThat(platform.platform().call("GET", forged, null, null).statusCode()).isEqualTo(404);
        var direct = platform.platform().call("GET", "/api/v1/engine-image/" + ARCHIVE, null, null);
        assertThat(direct.statusCode()).isEqualTo(401);
    }

    @Test
    void theEnvFileIsFilledIn() {
        var file =
                platform.platform()
                        .call(
                                "GET",
                                api() + "/profiles/" + profile + "/env-file",
                                platform.platform().adminToken(),
                                null)
                        .body();
        assertThat(file)
                .contains("qualys.connectionUuid=" + connection.uuid())
                .contains("qualys.profileUuid=" + profile)
                .contains("service.http.proxy.enabled=false");
    }

    @Test
    void aConnectionWhoseSecretsStayAtTheEngineStoresNone() {
        var body =
                """
                {"connector":"crowdstrike-onprem","name":"Strict %s",
                "settings":{"custody":"engine"%s}}
                """;
        var made = platform.admin(201, "POST", "/api/v1/connections", body.formatted("1", ""));
        var stored = platform.get("/api/v1/connections/" + made.get("uuid").asString());
        assertThat(stored.get("settings").get("custody").asString()).isEqualTo("engine");
        var refused =
                platform.admin(
                        400,
                        "POST",
                        "/api/v1/connections",
                        body.formatted("2", ",\"client-secret\":\"hush-hush\""));
        assertThat(refused.get("code").asString()).isEqualTo("SECRET_AT_THE_ENGINE");
    }
}
