package io.penstock.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.report.LockedTable;
import io.penstock.platform.report.ManyFindings;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.Users;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.GZIPInputStream;

import javax.sql.DataSource;

/** Reports over HTTP: their life, their files, whose they are. */
@Timeout(60)
class ReportsApiIT {

    private static final String BASE = "/api/v1/reports";
    private static final String ALL =
            "{\"name\": \"All / of it\", \"kind\": \"FINDINGS\", \"format\": \"csv\"}";

    private static TestApi api;
    private static String viewer;
    private static String other;

    @BeforeAll
    static void start(@TempDir Path data) {
        api = TestApi.start(data);
        ManyFindings.add(api.jdbc(), 1_000);
        viewer = viewer("viewer");
        other = viewer("other");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static String viewer(String name) {
        var user = api.platform().bean(Users.class).create(1, name, Role.VIEWER);
        return api.platform().token(name, user.password());
    }

    @Test
    void aReportIsAskedForMadeAndDownloaded() throws Exception {
        var body =
                """
                {"name": "Two", "kind": "FINDINGS", "format": "ndjson", "description": "Some",
                 "findingsQuery": "finding.severity:5", "assetsQuery": "asset.name:host-3"}
                """;
        var asked = ask(viewer, body);
        assertThat(asked.get("status").asString()).isIn("REQUESTED", "RUNNING");
        assertThat(asked.get("requestedBy").asString()).isEqualTo("viewer");

        var done = ended(viewer, asked.get("id").asString());

        assertThat(done.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(done.get("rows").asLong()).isEqualTo(33);
        assertThat(done.get("totalRows").asLong()).isEqualTo(33);
        var plain = download(viewer, done, "identity");
        assertThat(plain).hasSize(done.get("bytes").asInt());
        assertThat(new String(plain, StandardCharsets.UTF_8).lines()).hasSize(33);
        var packed = download(viewer, done, "br, gzip;q=0.5");
        assertThat(packed.length).isLessThan(plain.length);
        try (var content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(content.readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    void viewersSeeTheirOwnAndAdministratorsAll() {
        var report = BASE + "/" + ended(viewer, id(ask(viewer, ALL))).get("id").asString();

        api.call(404, "GET", report, other, null);
        api.call(404, "GET", report + "/download", other, null);
        api.call(404, "POST", report + "/cancel", other, null);
        api.call(404, "DELETE", report, other, null);
        assertThat(api.call(200, "GET", BASE, other, null).get("rows").isEmpty()).isTrue();
        assertThat(api.get(report).get("name").asString()).isEqualTo("All / of it");
        api.admin(204, "DELETE", report, null);
        api.call(404, "GET", report, viewer, null);
    }

    @Test
    void listsTheNewestFirst() {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            ids.addFirst(id(ended(viewer, id(ask(viewer, ALL)))));
        }

        var first = api.call(200, "GET", BASE + "?limit=2", viewer, null);
        var after = first.get("next").asLong();
        var second = api.call(200, "GET", BASE + "?limit=2&after=" + after, viewer, null);

        assertThat(first.get("rows").valueStream().map(ReportsApiIT::id))
                .containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(second.get("rows").valueStream().map(ReportsApiIT::id))
                .containsExactlyElementsOf(ids.subList(2, 4));
        assertThat(api.code(400, "GET", BASE + "?limit=101")).isEqualTo("LIMIT_RANGE");
    }

    @Test
    void oneThatIsNotCompleteHasNoFileAndFewMayWait() throws Exception {
        try (var lock = LockedTable.of(api.platform().bean(DataSource.class))) {
            var first = id(ask(other, ALL));
            lock.awaitWaiting(1);
            for (var i = 1; i < 5; i++) {
                ask(other, ALL);
            }

            assertThat(refused(429, "POST", BASE, ALL)).isEqualTo("REPORTS_WAITING");
            var running = BASE + "/" + first;
            assertThat(refused(409, "GET", running + "/download", null))
                    .isEqualTo("REPORT_NOT_COMPLETE");
            var list = api.call(200, "GET", BASE, other, null).get("rows");
            list.forEach(
                    one -> api.call(202, "POST", BASE + "/" + id(one) + "/cancel", other, null));
            assertThat(refused(409, "POST", running + "/cancel", null)).isEqualTo("REPORT_ENDED");
            lock.awaitWaiting(0);
            list.forEach(one -> api.call(204, "DELETE", BASE + "/" + id(one), other, null));
        }
    }

    @Test
    void saysWhatIsWrongWithAnOrder() {
        var wrong =
                api.admin(
                        400,
                        "POST",
                        BASE,
                        """
                        {"name": "x", "kind": "ASSETS", "format": "json",
                         "findingsQuery": "finding.severity:5", "assetsQuery": "web or asset.nme:x"}
                        """);
        assertThat(wrong.get("position").asInt()).isEqualTo(8);
        assertThat(wrong.get("detail").asString()).startsWith("In the field 'assetsQuery': ");
        assertThat(order("{\"kind\": \"ASSETS\"}")).isEqualTo("REPORT_FIELDS");
        assertThat(order(ALL.replace("csv", "xls"))).isEqualTo("FORMAT_UNKNOWN");
        assertThat(order(ALL.replace("All / of it", "x".repeat(201)))).isEqualTo("REPORT_TEXT");
        assertThat(order(ALL.replace("All / of it", "a\\tb"))).isEqualTo("TEXT_CHARACTER");
        assertThat(order(ALL.replace("FINDINGS", "RUNS"))).isEqualTo("BODY_UNREADABLE");
    }

    private static String order(String body) {
        return api.admin(400, "POST", BASE, body).get("code").asString();
    }

    private static String refused(int status, String method, String path, @Nullable String body) {
        return api.call(status, method, path, other, body).get("code").asString();
    }

    private static JsonNode ask(String token, String body) {
        return api.call(202, "POST", BASE, token, body);
    }

    private static String id(JsonNode report) {
        return report.get("id").asString();
    }

    private static JsonNode ended(String token, String id) {
        while (true) {
            var report = api.call(200, "GET", BASE + "/" + id, token, null);
            if (!report.get("endedAt").isNull()) {
                return report;
            }
        }
    }

    private static byte[] download(String token, JsonNode report, String accepted)
            throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    api.platform()
                            .request(BASE + "/" + id(report) + "/download")
                            .header("Authorization", "Bearer " + token)
                            .header("Accept-Encoding", accepted)
                            .build();
            var answer = client.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
