package io.penstock.platform.console.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.TestBrowser;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;
import io.penstock.platform.transform.StoredRuns;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rejected records in the console: found, counted, shown whole, replayed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuarantinePagesIT {

    private static final String HOST =
            """
            {"cid": "c", "device_id": "a1", "hostname": "web-1", "modified_timestamp":
             "2026-11-01T00:00:00Z", "first_seen": "2026-11-01T00:00:00Z",
             "last_seen": "2026-11-01T00:00:00Z"}
            """;

    /** No severity that the map knows. */
    private static final String FINDING =
            """
            {"id": "f1</script><script>alert(7)</script>", "cid": "c", "aid": "a1",
             "status": "open", "vulnerability_id": "CVE-2026-1", "score": 1.50,
             "cve": {"id": "CVE-2026-1", "severity": "<img src=x>"}}
            """;

    private TestPlatform platform;
    private StoredRuns runs;
    private TestBrowser browser;
    private Connection connection;
    private UUID run;

    @BeforeAll
    void start(@TempDir Path data) {
        platform = TestPlatform.start(data, "--penstock.transform.workers=0");
        runs = new StoredRuns(platform);
        browser = TestBrowser.signedIn(platform, "admin", platform.firstPassword());
        connection = runs.connectAlone("<b>Poisoned</b>");
        run =
                runs.read(
                        connection,
                        List.of(StoredRuns.page(List.of(HOST))),
                        List.of(StoredRuns.page(List.of(FINDING))));
        runs.drain();
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void showsTheRecordsTheReasonsAndTheRunsEscaped() {
        for (var path :
                List.of(
                        "/quarantine",
                        "/quarantine?run=" + run,
                        "/quarantine/reasons?run=" + run,
                        "/quarantine/runs",
                        "/quarantine/" + record(),
                        "/quarantine/" + record() + "/raw")) {
            var answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("<script>alert", "<img src=x", "<b>Poisoned")
                    .doesNotContainPattern("<script>|<style|<[^>]*\\s(?:on[a-z]+|style)=");
        }
        assertThat(browser.get("/quarantine").body())
                .contains("/quarantine/" + record(), "Download CSV", "/quarantine/runs");
        assertThat(browser.get("/quarantine/runs").body())
                .contains("Runs that brought them", "/runs/" + run);
    }

    @Test
    void filtersAndSaysWhenNothingFits() {
        assertThat(browser.get("/quarantine?text=no-record-has-this").body())
                .contains("No record fits", "Show all");
        assertThat(browser.get("/quarantine?stream=vulnerabilities&state=all").body())
                .contains("/quarantine/" + record());
        var tooLong = "text=" + "y".repeat(301);
        for (var bad : List.of("connection=x", "run=1", "state=lost", "after=x", tooLong)) {
            var answer = browser.get("/quarantine?" + bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
            assertThat(answer.body()).contains("role=\"alert\"");
        }
        assertThat(browser.get("/quarantine?run=" + new UUID(0, 9)).statusCode()).isEqualTo(404);
        assertThat(browser.get("/quarantine/1-99").statusCode()).isEqualTo(404);
        assertThat(browser.get("/quarantine/none").statusCode()).isEqualTo(400);
    }

    @Test
    void showsTheWholeRecordWithEveryDigit() {
        assertThat(browser.get("/quarantine/" + record() + "/raw").body())
                .contains("1.50", "raw-text");
    }

    @Test
    void replaysARunsRejectsAndSaysWhyNot() {
        browser.get("/quarantine?run=" + run);
        var replayed = browser.post("/runs/" + run + "/replay", Map.of("what", "rejects"));
        assertThat(replayed.statusCode()).isEqualTo(302);
        var replay = replayed.headers().firstValue("Location").orElseThrow();
        assertThat(browser.get(replay).body()).contains("stored pages again (replay)");

        browser.get("/quarantine?run=" + run);
        var busy = browser.post("/runs/" + run + "/replay", Map.of("what", "rejects"));
        assertThat(busy.statusCode()).isEqualTo(409);
        assertThat(busy.body()).contains("has a run in progress", "Replay rejected records");
        assertThat(browser.post("/runs/" + run + "/replay", Map.of("map", "x")).statusCode())
                .isEqualTo(400);

        browser.get(replay);
        assertThat(browser.post(replay + "/cancel", Map.of()).statusCode()).isEqualTo(302);
        runs.drain();
        assertThat(browser.get(replay).body()).contains("Cancelled by admin.");
    }

    @Test
    void countsTheRunsOverRest() {
        var counted = json("/api/v1/quarantine/runs?connection=" + connection.uuid()).get("runs");

        assertThat(counted.get(0).get("run").asString()).isEqualTo(run.toString());
        assertThat(counted.get(0).get("records").asInt()).isPositive();
    }

    @Test
    void aViewerLooksAndDoesNotReplay() {
        var user = platform.bean(Users.class).create(StoredRuns.TENANT, "looker", Role.VIEWER);
        var viewer = TestBrowser.signedIn(platform, "looker", user.password());
        for (var path :
                List.of(
                        "/quarantine?run=" + run,
                        "/quarantine/reasons?run=" + run,
                        "/quarantine/" + record())) {
            assertThat(viewer.get(path).body())
                    .as(path)
                    .doesNotContain("Replay rejected records", "Replay this record")
                    .doesNotContainPattern(TestBrowser.CHANGES);
            assertThat(browser.get(path).body()).as(path).containsPattern(TestBrowser.CHANGES);
        }
    }

    private String record() {
        return json("/api/v1/quarantine?state=all&run=" + run)
                .get("rows")
                .get(0)
                .get("cursor")
                .asString();
    }

    private JsonNode json(String path) {
        var answer = browser.get(path, "Accept", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
