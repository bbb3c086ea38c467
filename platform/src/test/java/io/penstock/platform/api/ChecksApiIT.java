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

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.UUID;

/** Tests of connections over HTTP, ordered by a person and answered by an engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChecksApiIT {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final String STEP =
            "{\"name\":\"Token\",\"outcome\":\"OK\",\"millis\":12,\"sentence\":\"s\",\"hint\":\"\"}";

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

    @Test
    void aTestIsOrderedTakenByAnEngineAndAnswered() {
        assertThat(orders().get("check").isNull()).isTrue();

        var asked = platform.admin(202, "POST", api() + "/checks", null);
        var id = asked.get("id").asString();
        assertThat(asked.get("state").asString()).isEqualTo("WAITING");
        assertThat(platform.code(409, "POST", api() + "/checks")).isEqualTo("CHECK_WAITING");
        assertThat(orders().get("check").asString()).isEqualTo(id);

        report(204, id, STEP + "," + STEP.replace("OK", "FAILED"));
        report(204, id, STEP);

        var check = platform.get(api() + "/checks/" + id);
        assertThat(check.get("state").asString()).isEqualTo("FAILED");
        assertThat(check.get("engineHost").asString()).isEqualTo("host-1");
        assertThat(check.get("steps").size()).isEqualTo(2);
        assertThat(check.get("steps").get(0).get("millis").asInt()).isEqualTo(12);
        assertThat(orders().get("check").isNull()).isTrue();
    }

    @Test
    void aTestWithoutAnAnswerExpiresAndSaysWhatToDo() {
        platform.admin(202, "POST", api() + "/checks", null);
        platform.jdbc()
                .sql("update connection_check set expires_at = now() where connection_id = ?")
                .param(connection.id())
                .update();

        assertThat(orders().get("check").isNull()).isTrue();
        var expired = platform.get(api() + "/checks").get(0);
        assertThat(expired.get("state").asString()).isEqualTo("EXPIRED");
        assertThat(expired.get("sentence").asString()).contains("service.cron-expression");

        platform.admin(202, "POST", api() + "/checks", null);
        report(204, expired.get("id").asString(), STEP);
        var all = platform.get(api() + "/checks");
        assertThat(all.get(0).get("state").asString()).isEqualTo("WAITING");
        assertThat(all.get(1).get("state").asString()).as("late").isEqualTo("PASSED");
    }

    @Test
    void aTestFromACommandLineIsKeptWithoutAnOrderAndOldOnesGo() {
        for (var i = 0; i < 52; i++) {
            report(204, null, STEP);
        }

        assertThat(platform.get(api() + "/checks?limit=50").size()).isEqualTo(50);
        assertThat(
                        platform.jdbc()
                                .sql(
                                        "select count(*) from connection_check where connection_id"
                                                + " = ?")
                                .param(connection.id())
                                .query(Long.class)
                                .single())
                .isEqualTo(50);
        assertThat(platform.get(api() + "/checks").get(0).get("askedBy").asString())
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
        platform.engine(400, "POST", engineChecks(), body);
        assertThat(platform.get(api() + "/checks").isEmpty()).isTrue();
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

        var step = platform.get(api() + "/checks").get(0).get("steps").get(0);
        assertThat(step.get("sentence").asString()).hasSize(2_000).startsWith("ss");
    }

    private String api() {
        return "/api/v1/connections/" + connection.uuid();
    }

    private String engineChecks() {
        return EnginePaths.checks(connection.uuid(), profile);
    }

    private JsonNode orders() {
        return platform.engine(200, "GET", EnginePaths.orders(connection.uuid(), profile), null);
    }

    private void report(int status, @Nullable String check, String steps) {
        var body =
                "{\"check\":"
                        + (check == null ? "null" : '"' + check + '"')
                        + ",\"engineVersion\":\"1\",\"engineHost\":\"host-1\",\"steps\":["
                        + steps
                        + "]}";
        platform.engine(status, "POST", engineChecks(), body);
    }
}
