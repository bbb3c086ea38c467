package io.penstock.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.wire.EnginePaths;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.UUID;

/** What ends, what comes too late, and what is no message at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineBoundsIT {

    private static final String KEY = "k".repeat(43);

    private TestApi platform;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    private UUID profile = new UUID(0, 0);

    @BeforeAll
    void start(@TempDir Path data) {
        platform = TestApi.start(data);
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

    private String runOrders() {
        return api() + "/profiles/" + profile + "/run-orders";
    }

    private String token() {
        return platform.admin(201, "POST", api() + "/engine-tokens", "{\"name\":\"vm-7\"}")
                .get("token")
                .asString();
    }

    private static String enrolment(String token) {
        return "{\"token\":\"%s\",\"key\":\"%s\",\"engineVersion\":\"1\",\"engineHost\":\"vm\"}"
                .formatted(token, KEY);
    }

    /** The field of the answer to an enrolment. */
    private String enrol(int status, String body, String field) {
        var answer = platform.platform().call("POST", EnginePaths.ENROL, null, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body()).get(field).asString();
    }

    private String take(String order, int status) {
        var path =
                EnginePaths.runOrder(
                        connection.uuid(), profile, UUID.fromString(order), UUID.randomUUID());
        return platform.engine(status, "POST", path, null).path("code").asString("");
    }

    private @Nullable String waiting() {
        var path = EnginePaths.orders(connection.uuid(), profile);
        var run = platform.engine(200, "GET", path, null).get("run");
        return run.isNull() ? null : run.get("order").asString();
    }

    private String ask(String more) {
        return platform.admin(202, "POST", runOrders() + more, null).at("/order/id").asString();
    }

    private void execute(String sql) {
        platform.jdbc().sql(sql).update();
    }

    @Test
    void anEnginesAccountEndsWithItsConnection() {
        var name = enrol(200, enrolment(token()), "username");
        platform.admin(204, "DELETE", api(), null);
        assertThat(platform.platform().logIn(name, KEY).statusCode()).isEqualTo(401);
        assertThat(
                        platform.jdbc()
                                .sql("select count(*) from app_user where username = ?")
                                .param(name)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void aTokenThatIsTooOldIsRefused() {
        var token = token();
        execute("update engine_token set expires_at = now() - interval '1 s'");
        assertThat(enrol(401, enrolment(token), "code")).isEqualTo("ENROLMENT_REFUSED");
    }

    @Test
    void anOrderThatIsTooOldIsTakenByNobody() {
        var order = ask("");
        execute("update run_order set expires_at = now() - interval '1 s'");
        assertThat(waiting()).isNull();
        assertThat(take(order, 409)).isEqualTo("ORDER_GONE");
        assertThat(platform.get(api() + "/run-orders").get(0).get("state").asString())
                .isEqualTo("EXPIRED");
        assertThat(ask("")).isNotEqualTo(order);
    }

    @Test
    void aFullRunAskedForWhileAnEngineReadsTheOrderIsNotLost() {
        var order = ask("");
        assertThat(waiting()).isEqualTo(order);

        var whole = ask("?full=true");

        assertThat(take(order, 409)).isEqualTo("ORDER_GONE");
        assertThat(waiting()).isEqualTo(whole);
        assertThat(ask("")).as("all is read anyway").isEqualTo(whole);
        assertThat(platform.get(api() + "/run-orders").get(0).get("full").asBoolean()).isTrue();
        take(whole, 204);
        assertThat(ask("?full=true")).isNotEqualTo(whole);
    }

    @Test
    void anEngineOfAnotherProfileTakesNoOrderOfThisOne() {
        var path = EnginePaths.presence(connection.uuid(), profile, UUID.randomUUID());
        platform.engine(204, "PUT", path, "{\"nextRuns\":[],\"lastFault\":\"a\\u0000b\"}");
        var up = platform.admin(202, "POST", runOrders(), null);
        assertThat(up.get("engineUp").asBoolean()).isTrue();
        assertThat(up.at("/order/profile").asString()).isEqualTo(profile.toString());
        assertThat(platform.get(api() + "/engines").at("/waiting/0/lastFault").asString())
                .isEqualTo("a b");

        execute("update engine_presence set profile_id = profile_id + 1000");

        var down = platform.admin(202, "POST", runOrders(), null);
        assertThat(down.get("engineUp").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"token\":\"t\"}", "{\"token\":null,\"key\":\"k\"}"})
    void anEnrolmentWithoutItsFieldsIsNoMessage(String body) {
        assertThat(enrol(400, body, "code")).isEqualTo("BODY_UNREADABLE");
    }

    @Test
    void anEngineThatDoesNotNameItselfIsEnrolledAllTheSame() {
        var body = "{\"token\":\"%s\",\"key\":\"%s\"}".formatted(token(), KEY);
        assertThat(enrol(200, body, "username")).startsWith("engine-");
    }

    @Test
    void aNewKeyWithoutAKeyIsNoMessage() {
        platform.engine(400, "PUT", EnginePaths.KEY, "{}");
    }

    @Test
    void aZeroByteIsRefusedWithTheNameOfItsField() {
        var zero = "{\"name\":\"a\\u0000b\"}";
        assertThat(refused(api() + "/engine-tokens", zero)).contains("'name'");
        assertThat(refused("/api/v1/tags", zero)).contains("'name'");
        var tag = "/api/v1/tags/" + UUID.randomUUID() + "/assets";
        assertThat(refused(tag, "{\"assets\":[],\"suggestedBy\":\"\\u0000\"}"))
                .contains("'suggestedBy'");
        var revoked = "{\"acceptances\":[],\"reason\":\"\\u0000\"}";
        assertThat(refused("/api/v1/acceptances/revoke", revoked)).contains("'reason'");
        assertThat(refused("/api/v1/intelligence/kev?name=a%00b", "{}")).contains("'name'");
        var other = platform.admin(400, "GET", "/api/v1/acceptances?cve=%00", null);
        assertThat(other.get("code").asString()).isEqualTo("TEXT_CHARACTER");
    }

    private String refused(String path, String body) {
        var problem = platform.admin(400, "POST", path, body);
        assertThat(problem.get("code").asString()).isEqualTo("TEXT_CHARACTER");
        return problem.get("detail").asString();
    }
}
