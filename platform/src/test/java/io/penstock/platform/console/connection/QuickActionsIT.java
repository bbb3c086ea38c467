package io.penstock.platform.console.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.console.SeededConsole;
import io.penstock.platform.security.TestBrowser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** Run, pause, resume and delete, in the console and over REST. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuickActionsIT {

    private SeededConsole console;
    private TestBrowser browser;
    private String token;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @BeforeAll
    void start(@TempDir Path data) {
        console = SeededConsole.start(data);
        browser = console.admin();
        token = console.platform().adminToken();
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @BeforeEach
    void connect(TestInfo test) {
        connection = console.connect(test.getDisplayName());
    }

    @Test
    void anOrderWithoutAnEngineIsScheduledAndSaysWhatToStart() {
        assertThat(act("/engines/profiles/" + profile() + "/run", Map.of())).isEqualTo(302);

        assertThat(browser.get(page()).body())
                .contains(">Scheduled<", "waiting for engine", "A run is asked for")
                .contains("It reads what changed.", "docker run --env-file", "every 2s");
        assertThat(browser.get("/connections?state=SCHEDULED").body()).contains("anOrderWithout");
        act("/engines/profiles/" + profile() + "/run", Map.of("full", "true"));
        assertThat(browser.get(page()).body()).contains("It reads everything.");
    }

    @Test
    void aPauseTakesTrafficAndWaitingOrdersAndAResumeBringsBackWhatItStopped() {
        var spare = UUID.randomUUID();
        addInactive(spare);
        act("/engines/profiles/" + profile() + "/run", Map.of());

        assertThat(act("/pause", Map.of())).isEqualTo(302);
        assertThat(browser.get(page()).body())
                .contains(">Inactive<", "was paused by <bdi>admin</bdi>", "Resume")
                .doesNotContain("A run is asked for", "Run now");
        var refused = api(409, "POST", "/profiles/" + profile() + "/run-orders");
        assertThat(refused.get("code").asString()).isEqualTo("PROFILE_INACTIVE");

        assertThat(act("/resume", Map.of())).isEqualTo(302);
        assertThat(active(profile())).isTrue();
        assertThat(active(spare)).as("set to Inactive by hand").isFalse();
        assertThat(browser.get(page()).body()).contains(">Registered<");
    }

    @Test
    void aProfileIsPausedAndActivatedByItself() {
        act("/profiles/" + profile() + "/pause", Map.of());
        assertThat(browser.get(page() + "/profiles").body())
                .contains("paused by <bdi>admin</bdi>", "Activate");

        act("/profiles/" + profile() + "/resume", Map.of());
        assertThat(browser.get(page() + "/profiles").body())
                .contains(">Active<")
                .doesNotContain("paused by");
    }

    @Test
    void whoMakesAProfileActiveByHandEndsItsPause() {
        api(200, "POST", "/pause");
        set(true);
        set(false);

        var refused = api(409, "POST", "/resume");
        assertThat(refused.get("code").asString()).isEqualTo("NOTHING_PAUSED");
        var named = api(200, "POST", "/resume?profile=" + profile());
        assertThat(named.get("profiles").get(0).get("active").asBoolean()).isTrue();
    }

    @Test
    void restSaysWhoPausedWhatAndDoesItTwiceWithoutHarm() {
        api(200, "POST", "/pause?profile=" + profile());
        var twice = api(200, "POST", "/pause").get("profiles").get(0);
        assertThat(twice.get("active").asBoolean()).isFalse();
        assertThat(twice.get("pausedBy").asString()).isEqualTo("admin");
        assertThat(twice.get("pausedAt").asString()).startsWith("20");

        api(200, "POST", "/resume");
        var resumed = api(200, "POST", "/resume").get("profiles").get(0);
        assertThat(resumed.get("active").asBoolean()).isTrue();
        assertThat(resumed.get("pausedBy").isNull()).isTrue();
    }

    @Test
    void deletingSaysWithFiguresWhatGoes() {
        var seeded = "/connections/" + console.connection().uuid();
        shareAHostWith(connection);
        var figures =
                JsonMapper.shared().readTree(call("GET", "/api/v1" + seeded + "/deletion").body());

        assertThat(figures.get("hosts").get("gone").asInt()).isEqualTo(63);
        assertThat(figures.get("hosts").get("kept").asInt()).isEqualTo(1);
        assertThat(figures.get("findings").get("gone").asInt()).isEqualTo(160);
        assertThat(figures.get("findings").get("kept").asInt()).isZero();
        assertThat(figures.get("runs").get("runs").asInt()).isEqualTo(3);
        assertThat(figures.get("runs").get("pages").asInt()).isEqualTo(5);
        assertThat(figures.get("runs").get("rejectedRecords").asInt()).isEqualTo(3);
        assertThat(browser.get(seeded + "/delete/figures").body())
                .containsPattern("Hosts</th><td class=\"n\" data-label=\"Goes\">63<");
    }

    @Test
    void deletingWantsTheNameAndKeepsWhatWasTyped() {
        assertThat(browser.get(page() + "/delete").body())
                .contains("Pause and keep everything", "Counting…");
        var refused = browser.post(page() + "/delete", Map.of("name", "other \"name\""));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("That is not the connection&#39;s name.")
                .contains("value=\"other &quot;name&quot;\"");

        browser.get(page() + "/delete");
        var deleted = browser.post(page() + "/delete", Map.of("name", connection.name()));
        assertThat(deleted.statusCode()).isEqualTo(302);
        assertThat(browser.get(page()).statusCode()).isEqualTo(404);
    }

    @Test
    void aConnectionWithARunGoingOnIsNotDeleted() {
        var seeded = "/connections/" + console.connection().uuid();
        browser.get(seeded + "/delete");
        var refused = browser.post(seeded + "/delete", Map.of("name", console.connection().name()));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("has a run in progress");
        assertThat(browser.get(seeded).statusCode()).isEqualTo(200);
    }

    private String page() {
        return "/connections/" + connection.uuid();
    }

    private Profile first() {
        return console.platform().bean(Connections.class).profiles(connection).getFirst();
    }

    private UUID profile() {
        return first().uuid();
    }

    private int act(String action, Map<String, String> fields) {
        browser.get(page());
        return browser.post(page() + action, fields).statusCode();
    }

    private HttpResponse<String> call(String method, String path) {
        return console.platform().call(method, path, token, null);
    }

    private JsonNode api(int status, String method, String path) {
        var answer = call(method, "/api/v1" + page() + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private void set(boolean active) {
        console.jdbc()
                .sql("update profile set active = ? where connection_id = ?")
                .params(active, connection.id())
                .update();
    }

    private boolean active(UUID profile) {
        return console.jdbc()
                .sql("select active from profile where profile_uuid = ?")
                .param(profile)
                .query(Boolean.class)
                .single();
    }

    private void shareAHostWith(Connection other) {
        console.jdbc()
                .sql(
                        """
                        insert into asset_source (tenant_id, host_id, asset_id, connection_id,
                            record_key, minimal, changed_at, content_hash, attributes, created_run,
                            changed_run)
                        select tenant_id, gen_random_uuid(), asset_id, ?, record_key, minimal,
                            changed_at, content_hash, attributes, created_run, changed_run
                        from asset_source where record_key = 'ext-9'
                        """)
                .param(other.id())
                .update();
    }

    private void addInactive(UUID uuid) {
        console.jdbc()
                .sql(
                        """
                        insert into profile (tenant_id, profile_uuid, connection_id, name, map_id,
                            active, created_at)
                        select tenant_id, ?, connection_id, 'Spare', map_id, false, now()
                        from profile where profile_id = ?
                        """)
                .params(uuid, first().id())
                .update();
    }
}
