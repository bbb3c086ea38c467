package io.penstock.platform.transform;

import static io.penstock.platform.transform.StoredRuns.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.finding.Breaker;
import io.penstock.platform.closing.ClosingPolicies;
import io.penstock.platform.closing.ClosingSettings;
import io.penstock.platform.closing.Holds;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.security.TestPlatform;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Closings that files and replays bring, on a real PostgreSQL. */
class ClosingOriginsIT {

    private static final String HOST =
            """
            {"id": "h1", "cid": "c", "aid": "a1", "hostname": "web-1",
             "last_seen_timestamp": "2026-03-01T00:00:00Z",
             "network_interfaces": [{"local_ip": "10.0.0.7"}]}
            """;

    private static TestPlatform platform;
    private static StoredRuns runs;
    private static String admin;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestPlatform.start(data, "--penstock.transform.workers=0");
        runs = new StoredRuns(platform);
        admin = platform.adminToken();
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
    void aFileClosesWhatItSaysIsClosedAndNothingThatItLeavesOut() {
        settings(false, Breaker.DEFAULT);
        read(finding(1, "open", 1), finding(2, "open", 1), finding(3, "open", 1));

        upload(finding(1, "closed", 2), finding(2, "open", 2));

        assertThat(findings()).containsExactly("f1 FIXED", "f2 ACTIVE", "f3 NEW");
    }

    @Test
    void theBreakerHoldsAFileLikewise() {
        settings(true, new Breaker(20, null, 0));
        read(finding(1, "open", 1), finding(2, "open", 1));

        var run = upload(finding(1, "closed", 2), finding(2, "closed", 2));

        assertThat(findings()).containsExactly("f1 NEW", "f2 NEW");
        platform.bean(Holds.class).release(StoredRuns.TENANT, run, "ada", "");
        assertThat(findings()).containsExactly("f1 FIXED", "f2 FIXED");
    }

    @Test
    void aReplayOfAnOlderRunOpensAndMissesNothing() {
        settings(false, Breaker.DEFAULT);
        var first = read(finding(1, "open", 1));
        read(finding(1, "closed", 2), finding(2, "open", 2));

        replay(first);

        assertThat(findings()).containsExactly("f1 FIXED", "f2 NEW");
        assertThat(missing()).isZero();
    }

    @Test
    void aReplayOfWhatIsHeldLeavesItHeld() {
        settings(true, new Breaker(20, null, 0));
        read(finding(1, "open", 1));
        var held = read(finding(1, "closed", 2));

        replay(held);

        assertThat(findings()).containsExactly("f1 NEW");
        assertThat(holds()).isOne();
    }

    @Test
    void aReplayOfWhatWasRejectedClosesNothing() {
        settings(true, new Breaker(20, null, 0));
        read(finding(1, "open", 1));
        var held = read(finding(1, "closed", 2));
        platform.bean(Holds.class).reject(StoredRuns.TENANT, held, "ada", "");

        replay(held);

        assertThat(findings()).containsExactly("f1 NEW");
        assertThat(holds()).isZero();
    }

    private void settings(boolean retainMissing, Breaker breaker) {
        var profile = platform.bean(Connections.class).profiles(connection).getFirst();
        platform.bean(ClosingPolicies.class)
                .change(
                        StoredRuns.TENANT,
                        profile.id(),
                        new ClosingSettings(retainMissing, breaker));
    }

    private UUID read(String... findings) {
        var run = runs.read(connection, List.of(page(List.of(HOST))), pages(findings));
        runs.drain();
        return run;
    }

    private static List<String> pages(String... findings) {
        return List.of(page(List.of(findings)));
    }

    private UUID upload(String... findings) {
        var lines = String.join("\n", List.of(findings));
        var path =
                "/api/v1/connections/%s/uploads?stream=vulnerabilities&format=ndjson"
                        .formatted(connection.uuid());
        return run(
                platform.send(
                        platform.request(path)
                                .POST(BodyPublishers.ofString(lines))
                                .header("Content-Type", "application/x-ndjson")
                                .header("Authorization", "Bearer " + admin)));
    }

    private static UUID replay(UUID run) {
        var path = "/api/v1/runs/" + run + "/replay";
        return run(platform.call("POST", path, admin, "{\"what\": \"pages\"}"));
    }

    private static UUID run(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        runs.drain();
        var run = JsonMapper.shared().readTree(answer.body()).get("uuid").asString();
        assertThat(
                        runs.jdbc()
                                .sql("select state from run where run_uuid = ?::uuid")
                                .param(run)
                                .query(String.class)
                                .single())
                .isEqualTo("COMPLETE");
        return UUID.fromString(run);
    }

    private List<String> findings() {
        return runs.jdbc()
                .sql(
                        """
                        select external_finding_id || ' '
                            || (array['NEW', 'ACTIVE', 'FIXED', 'REOPENED'])[status]
                        from finding where connection_id = ? order by 1
                        """)
                .param(connection.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long missing() {
        return count("finding where missing_since is not null and connection_id = ?");
    }

    private long holds() {
        return count("run_hold where state = 'OPEN' and connection_id = ?");
    }

    private long count(String from) {
        return runs.jdbc()
                .sql("select count(*) from " + from)
                .param(connection.id())
                .query(Long.class)
                .single();
    }

    private static String finding(int number, String status, int day) {
        return ("{\"id\": \"f%d\", \"cid\": \"c\", \"aid\": \"a1\", \"status\": \"%s\","
                        + " \"vulnerability_id\": \"CVE-2026-%d\","
                        + " \"created_timestamp\": \"2026-01-01T00:00:00Z\","
                        + " \"updated_timestamp\": \"2026-03-0%dT00:00:00Z\","
                        + " \"cve\": {\"id\": \"CVE-2026-%d\", \"severity\": \"HIGH\"}}")
                .formatted(number, status, 1000 + number, day, 1000 + number);
    }
}
