package io.penstock.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.NewConnection;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.Tenants;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;
import io.penstock.wire.EnginePaths;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** Reading, watermarks, slices and tests of connections over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingApiIT {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final String STEP =
            "{\"name\":\"Token\",\"outcome\":\"OK\",\"millis\":12,\"sentence\":\"s\",\"hint\":\"\"}";

    private static final String RUN =
            """
            insert into run (tenant_id, run_uuid, connection_id, profile_id, map_id, trigger, kind,
                state, window_until, engine_uuid, engine_version, engine_host, lease, lease_until,
                opened_at)
            select tenant_id, :run, connection_id, profile_id, map_id, 'cron', 'FULL', 'COMPLETE',
                now() - interval '1 day', :run, '1', 'h', :run, now(), now()
            from profile where profile_uuid = :profile
            """;

    private static final String STREAMS =
            """
            insert into run_stream (tenant_id, run_id, stream, hosts, planned)
            select tenant_id, run_id, s, s = 'hosts', true from run,
                unnest(array['hosts', 'vulnerabilities']) s
            where run_uuid = :run
            """;

    private static final String SLICES =
            """
            insert into run_slice (tenant_id, run_id, stream, slice, lower_bound, upper_bound,
                state, attempt, reason, reasons, expected)
            select tenant_id, run_id, s.stream, s.slice, 'a', 'b', s.state, s.attempt, s.reason,
                case s.attempt when 1 then '{}' else array['first', 'second'] end, s.expected
            from run, (values ('hosts', 0, 'SEALED', 1, '', 7),
                ('vulnerabilities', 0, 'INCOMPLETE', 2, 'second, after a second read', -1),
                ('vulnerabilities', 1, 'SEALED', 1, '', -1))
                s (stream, slice, state, attempt, reason, expected)
            where run_uuid = :run
            """;

    private static final String WATERMARKS =
            """
            insert into watermark (tenant_id, profile_id, stream, until, run_id, sealed_at)
            select tenant_id, profile_id, s, window_until, run_id, now() from run,
                unnest(array['hosts', 'vulnerabilities']) s
            where run_uuid = :run
            """;

    private TestPlatform platform;
    private String admin;
    private String engine;
    private String customer = "";

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    private UUID profile = new UUID(0, 0);

    @BeforeAll
    void start(@TempDir Path data) {
        platform = TestPlatform.start(data);
        admin = platform.adminToken();
        var user = platform.bean(Users.class).create(1, "engine", Role.ENGINE);
        engine = platform.token("engine", user.password());
        customer = platform.bean(Tenants.class).customerUuid(1).toString();
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @BeforeEach
    void connect() {
        var connections = platform.bean(Connections.class);
        connection =
                connections.create(
                        1,
                        new NewConnection(
                                "crowdstrike-onprem",
                                "Connection " + UUID.randomUUID(),
                                "",
                                Map.of(
                                        "url", "http://127.0.0.1:9",
                                        "client-id", "abc",
                                        "client-secret", "hush-hush-hush")));
        profile = connections.profiles(connection).getFirst().uuid();
    }

    @Test
    void aNewProfileReadsEverythingWeeklyWithAnOverlapOfAQuarter() {
        var reading = get(200, reading());

        assertThat(reading.get("fullEvery").asString()).isEqualTo("PT168H");
        assertThat(reading.get("overlap").asString()).isEqualTo("PT15M");
        assertThat(reading.get("fullWanted").asBoolean()).isFalse();
        assertThat(reading.get("lastFull").isNull()).isTrue();
        assertThat(reading.get("next").get("kind").asString()).isEqualTo("FULL");
        assertThat(reading.get("next").get("reason").asString())
                .isEqualTo("No stream has a watermark.");
        assertThat(reading.get("next").get("windows").size()).isEqualTo(2);
        assertThat(reading.get("watermarks").isEmpty()).isTrue();
    }

    @Test
    void theReadingIsChangedAndWhatIsLeftOutStays() {
        var changed = call("PUT", reading(), admin, "{\"fullEvery\":\"P1D\"}", 200);
        assertThat(changed.get("fullEvery").asString()).isEqualTo("PT24H");
        assertThat(changed.get("overlap").asString()).isEqualTo("PT15M");

        call("PUT", reading(), admin, "{\"overlap\":\"PT1H\",\"fullEvery\":\"PT0S\"}", 200);

        var kept = get(200, reading());
        assertThat(kept.get("fullEvery").asString()).isEqualTo("PT0S");
        assertThat(kept.get("overlap").asString()).isEqualTo("PT1H");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"fullEvery\":\"weekly\"}               | DURATION_FORM",
                "{\"fullEvery\":\"\"}                     | DURATION_FORM",
                "{\"overlap\":\"PT99999999999999999999H\"} | DURATION_FORM",
                "{\"fullEvery\":\"PT30M\"}                | READING_RANGE",
                "{\"fullEvery\":\"P91D\"}                 | READING_RANGE",
                "{\"fullEvery\":\"-P1D\"}                 | READING_RANGE",
                "{\"overlap\":\"PT0S\"}                   | READING_RANGE",
                "{\"overlap\":\"P2D\"}                    | READING_RANGE",
                "[]                                       | BODY_UNREADABLE",
            })
    void aReadingOutOfItsBoundsIsRefused(String body, String code) {
        assertThat(call("PUT", reading(), admin, body, 400).get("code").asString()).isEqualTo(code);
        assertThat(get(200, reading()).get("overlap").asString()).isEqualTo("PT15M");
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThat(code(404, "GET", api() + "/profiles/" + NOBODY + "/reading"))
                .isEqualTo("PROFILE_UNKNOWN");
        assertThat(code(404, "DELETE", api() + "/profiles/" + profile + "/watermarks/software"))
                .isEqualTo("STREAM_UNKNOWN");
        assertThat(code(404, "GET", api() + "/checks/" + NOBODY)).isEqualTo("CHECK_UNKNOWN");
        assertThat(code(404, "POST", "/api/v1/connections/" + NOBODY + "/checks"))
                .isEqualTo("CONNECTION_UNKNOWN");
        assertThat(code(404, "GET", "/api/v1/runs/" + NOBODY + "/slices")).isEqualTo("RUN_UNKNOWN");
        assertThat(code(400, "GET", api() + "/checks?limit=51")).isEqualTo("LIMIT_RANGE");
    }

    @Test
    void watermarksAreShownAndForgotten() {
        var run = seed();
        var reading = get(200, reading());
        assertThat(reading.get("watermarks").size()).isEqualTo(2);
        assertThat(reading.get("watermarks").get(0).get("stream").asString()).isEqualTo("hosts");
        assertThat(reading.get("watermarks").get(0).get("run").asString())
                .isEqualTo(run.toString());
        assertThat(reading.get("next").get("kind").asString()).isEqualTo("DELTA");

        var watermarks = api() + "/profiles/" + profile + "/watermarks";
        call("DELETE", watermarks + "/hosts", admin, null, 204);
        call("DELETE", watermarks + "/hosts", admin, null, 204);
        var half = get(200, reading());
        assertThat(half.get("watermarks").size()).isOne();
        assertThat(half.get("next").get("windows").get(0).get("from").isNull()).isTrue();
        assertThat(half.get("next").get("windows").get(1).get("from").isNull()).isFalse();
        call("DELETE", watermarks, admin, null, 204);
        assertThat(get(200, reading()).get("watermarks").isEmpty()).isTrue();
    }

    @Test
    void aFullRunIsAskedForOnce() {
        seed();
        var asked = call("POST", reading() + "/full", admin, null, 202);

        assertThat(asked.get("fullWanted").asBoolean()).isTrue();
        assertThat(asked.get("next").get("kind").asString()).isEqualTo("FULL");
        assertThat(asked.get("next").get("reason").asString())
                .isEqualTo("A full run was asked for.");
    }

    @Test
    void slicesArePagedAndFilteredByState() {
        var run = "/api/v1/runs/" + seed();
        var first = get(200, run + "/slices?limit=1");
        assertThat(first.get("rows").get(0).get("expected").asInt()).isEqualTo(7);
        assertThat(first.get("next").asString()).isEqualTo("hosts/0");

        var second = get(200, run + "/slices?limit=1&after=" + first.get("next").asString());
        var slice = second.get("rows").get(0);
        assertThat(slice.get("stream").asString()).isEqualTo("vulnerabilities");
        assertThat(slice.get("lower").asString()).isEqualTo("a");
        assertThat(slice.get("state").asString()).isEqualTo("INCOMPLETE");
        assertThat(slice.get("attempts").asInt()).isEqualTo(2);
        assertThat(slice.get("expected").isNull()).isTrue();
        assertThat(slice.get("reason").asString()).isEqualTo("second, after a second read");
        assertThat(slice.get("reasons").get(0).asString()).isEqualTo("first");

        var sealed = get(200, run + "/slices?state=SEALED");
        assertThat(sealed.get("rows").size()).isEqualTo(2);
        assertThat(sealed.get("next").isNull()).isTrue();
        assertThat(get(200, run).get("kind").asString()).isEqualTo("FULL");
        assertThat(code(400, "GET", run + "/slices?state=DONE")).isEqualTo("SLICE_STATE");
        assertThat(code(400, "GET", run + "/slices?after=x")).isEqualTo("CURSOR_FORM");
        assertThat(code(400, "GET", run + "/slices?limit=501")).isEqualTo("LIMIT_RANGE");
    }

    @Test
    void aTestIsOrderedTakenByAnEngineAndAnswered() {
        assertThat(orders().get("check").isNull()).isTrue();

        var asked = call("POST", api() + "/checks", admin, null, 202);
        var id = asked.get("id").asString();
        assertThat(asked.get("state").asString()).isEqualTo("WAITING");
        assertThat(code(409, "POST", api() + "/checks")).isEqualTo("CHECK_WAITING");
        assertThat(orders().get("check").asString()).isEqualTo(id);

        report(204, id, STEP + "," + STEP.replace("OK", "FAILED"));
        report(204, id, STEP);

        var check = get(200, api() + "/checks/" + id);
        assertThat(check.get("state").asString()).isEqualTo("FAILED");
        assertThat(check.get("engineHost").asString()).isEqualTo("host-1");
        assertThat(check.get("steps").size()).isEqualTo(2);
        assertThat(check.get("steps").get(0).get("millis").asInt()).isEqualTo(12);
        assertThat(orders().get("check").isNull()).isTrue();
    }

    @Test
    void aTestWithoutAnAnswerExpiresAndSaysWhatToDo() {
        call("POST", api() + "/checks", admin, null, 202);
        jdbc().sql("update connection_check set expires_at = now() where connection_id = ?")
                .param(connection.id())
                .update();

        assertThat(orders().get("check").isNull()).isTrue();
        var expired = get(200, api() + "/checks").get(0);
        assertThat(expired.get("state").asString()).isEqualTo("EXPIRED");
        assertThat(expired.get("sentence").asString()).contains("service.cron-expression");

        call("POST", api() + "/checks", admin, null, 202);
        report(204, expired.get("id").asString(), STEP);
        var all = get(200, api() + "/checks");
        assertThat(all.get(0).get("state").asString()).isEqualTo("WAITING");
        assertThat(all.get(1).get("state").asString()).as("late").isEqualTo("PASSED");
    }

    @Test
    void aTestFromACommandLineIsKeptWithoutAnOrderAndOldOnesGo() {
        for (var i = 0; i < 52; i++) {
            report(204, null, STEP);
        }

        assertThat(get(200, api() + "/checks?limit=50").size()).isEqualTo(50);
        assertThat(
                        jdbc().sql("select count(*) from connection_check where connection_id = ?")
                                .param(connection.id())
                                .query(Long.class)
                                .single())
                .isEqualTo(50);
        assertThat(get(200, api() + "/checks").get(0).get("askedBy").asString())
                .isEqualTo("engine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"steps\":[]}",
                "{\"steps\":null}",
                "{\"steps\":[null]}",
                "{}",
                "{\"steps\":[{\"name\":\"n\",\"outcome\":\"GOOD\",\"millis\":1}]}",
                "{\"steps\":[{\"name\":\"n\",\"millis\":1}]}",
                "{\"steps\":[{\"name\":\"n\",\"outcome\":\"OK\",\"millis\":-1}]}",
                "{\"steps\":[{\"name\":\"n\",\"outcome\":\"OK\",\"millis\":86400001}]}",
                "{\"check\":\"x\",\"steps\":[]}",
            })
    void aReportOutOfItsBoundsIsRefused(String body) {
        call("POST", engineChecks(), engine, body, 400);
        assertThat(get(200, api() + "/checks").isEmpty()).isTrue();
    }

    @Test
    void aReportIsCutToItsBounds() {
        var steps = new StringBuilder(STEP);
        for (var i = 1; i < 50; i++) {
            steps.append(',').append(STEP);
        }
        report(204, null, steps.toString());
        report(400, null, steps.append(',').append(STEP).toString());
        report(204, null, STEP.replace("\"s\"", "\"\\u0000" + "s".repeat(9_000) + "\""));
        report(404, NOBODY, STEP);

        var step = get(200, api() + "/checks").get(0).get("steps").get(0);
        assertThat(step.get("sentence").asString()).hasSize(2_000).startsWith("ss");
    }

    private String api() {
        return "/api/v1/connections/" + connection.uuid();
    }

    private String reading() {
        return api() + "/profiles/" + profile + "/reading";
    }

    private String engineChecks() {
        return EnginePaths.checks(connection.uuid(), profile);
    }

    private JsonNode orders() {
        return call("GET", EnginePaths.orders(connection.uuid(), profile), engine, null, 200);
    }

    private void report(int status, @Nullable String check, String steps) {
        var body =
                "{\"check\":"
                        + (check == null ? "null" : '"' + check + '"')
                        + ",\"engineVersion\":\"1\",\"engineHost\":\"host-1\",\"steps\":["
                        + steps
                        + "]}";
        call("POST", engineChecks(), engine, body, status);
    }

    private String code(int status, String method, String path) {
        return call(method, path, admin, null, status).get("code").asString();
    }

    private JsonNode get(int status, String path) {
        return call("GET", path, admin, null, status);
    }

    private JsonNode call(
            String method, String path, String token, @Nullable String body, int status) {
        var request =
                platform.request(path)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .header(EnginePaths.HEADER_CUSTOMER, customer);
        var answer = platform.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var text = answer.body().isEmpty() ? "{}" : answer.body();
        return JsonMapper.shared().readTree(text);
    }

    /** A full run with watermarks and slices in every state that ends. */
    private UUID seed() {
        var run = UUID.randomUUID();
        jdbc().sql(RUN).param("run", run).param("profile", profile).update();
        jdbc().sql(STREAMS).param("run", run).update();
        jdbc().sql(SLICES).param("run", run).update();
        jdbc().sql(WATERMARKS).param("run", run).update();
        return run;
    }

    private JdbcClient jdbc() {
        return platform.bean(JdbcClient.class);
    }
}
