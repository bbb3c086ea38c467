package io.penstock.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.platform.report.LockedTable;
import io.penstock.platform.report.ManyFindings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

/** Files that are sent while they are read. */
@Timeout(60)
class ExportsApiIT {

    /** Some 40 MB, which no buffer between platform and client holds. */
    private static final int FINDINGS = 30_000;

    private static final String READING =
            "from pg_stat_activity where query like 'select f.finding_id%' and state <> 'idle'"
                    + " and pid <> pg_backend_pid()";

    private static TestApi api;
    private static String token;

    @BeforeAll
    static void start(@TempDir Path data) {
        api = TestApi.start(data);
        token = api.platform().adminToken();
        ManyFindings.add(api.jdbc(), FINDINGS);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void sendsEveryRecordAsAFile() throws Exception {
        var query = URLEncoder.encode("finding.severity:5", StandardCharsets.UTF_8);
        var answer = text("/api/v1/findings/export?format=ndjson&query=" + query);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValue("application/x-ndjson;charset=UTF-8");
        assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
                .containsPattern("^attachment; filename.*findings-[0-9]{8}T[0-9]{6}Z\\.ndjson");
        assertThat(answer.body().lines()).hasSize(FINDINGS / 5);
        assertThat(text("/api/v1/assets/export").body().lines()).hasSize(1 + FINDINGS / 100);
    }

    @Test
    void refusesBeforeTheFirstByte() {
        var where = "/api/v1/findings/export?query=finding.severty:5";
        assertThat(api.code(400, "GET", where)).isEqualTo("QUERY_INVALID");
        assertThat(api.code(400, "GET", "/api/v1/assets/export?format=xls"))
                .isEqualTo("FORMAT_UNKNOWN");
        var problem = api.platform().call("GET", where, token, null);
        assertThat(problem.headers().firstValue("content-type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(problem.headers().firstValue("content-disposition")).isEmpty();
    }

    @Test
    void breaksOffWhenItFailsInTheMiddle() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var body = open(client).body()) {
            body.readNBytes(200_000);

            api.jdbc().sql("select pg_terminate_backend(pid) " + READING).query().listOfRows();

            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void endsTheStatementWhenTheClientGoes() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            try (var body = open(client).body()) {
                body.readNBytes(200_000);
                assertThat(reading()).isEqualTo(1);
            }
            client.shutdownNow();
        }
        while (reading() > 0) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the statement goes on");
            }
        }
    }

    @Test
    void sendsAFewAtATime() throws Exception {
        var path = "/api/v1/findings/export?query=finding.externalFindingId:ext1";
        try (var lock = LockedTable.of(api.platform().bean(DataSource.class))) {
            var first = CompletableFuture.supplyAsync(() -> text(path));
            var second = CompletableFuture.supplyAsync(() -> text(path));
            lock.awaitWaiting(2);

            var third = text(path);

            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("retry-after")).hasValue("30");
            assertThat(third.body()).contains("EXPORTS_BUSY");
            lock.release();
            assertThat(first.join().body().lines()).hasSize(2);
            assertThat(second.join().statusCode()).isEqualTo(200);
        }
        assertThat(text(path).statusCode()).isEqualTo(200);
    }

    private static int reading() {
        return api.jdbc().sql("select count(*) " + READING).query(Integer.class).single();
    }

    private static HttpResponse<InputStream> open(HttpClient client) throws Exception {
        var request =
                api.platform()
                        .request("/api/v1/findings/export?format=json")
                        .header("Authorization", "Bearer " + token)
                        .build();
        return client.send(request, BodyHandlers.ofInputStream());
    }

    private static HttpResponse<String> text(String path) {
        return api.platform().call("GET", path, token, null);
    }
}
