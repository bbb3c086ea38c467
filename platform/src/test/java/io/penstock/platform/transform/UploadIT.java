package io.penstock.platform.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.security.TestPlatform;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files instead of an engine, through the same maps and the same ledger. */
class UploadIT {

    private static final String HOSTS =
            """
            id,cid,aid,hostname,last_seen_timestamp,network_interfaces[].local_ip,\
            network_interfaces[].mac_address
            c_h1,c,a1,"web, ""one\""",2026-01-01T00:00:00Z,10.0.0.1|10.0.0.2,00-50-56-93-d7-c1
            c_h2,c,a2,mail,2026-01-01T00:00:00Z
            c_h3,c,a3,"two
            lines",2026-01-01T00:00:00Z,10.0.0.3,
            c_h4,c,a4,no address,2026-01-01T00:00:00Z,,
            """;

    private static TestPlatform platform;
    private static StoredRuns runs;
    private static String admin;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform =
                TestPlatform.start(
                        data,
                        "--penstock.transform.workers=0",
                        "--penstock.upload.bytes-max=100KB",
                        "--penstock.upload.pages-waiting=10000");
        runs = new StoredRuns(platform);
        admin = platform.adminToken();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void aCsvFileIsARunWithALedgerAndRejectsByLine(TestInfo test) {
        var connection = runs.connect(test.getDisplayName());

        var sent = send(connection, "stream=hosts", "text/csv", HOSTS, 201);
        runs.drain();

        var run = get("/api/v1/runs/" + sent.get("uuid").asString());
        assertThat(run.get("state").asString()).as(run.toString()).isEqualTo("COMPLETE");
        assertThat(run.get("kind").asString()).isEqualTo("UPLOAD");
        assertThat(run.get("trigger").asString()).isEqualTo("upload");
        assertThat(run.get("balanced").asBoolean()).isTrue();
        var rejects = rejects(connection);
        assertThat(rejects.valueStream().map(r -> r.get("line").asInt())).containsExactly(6, 3);
        assertThat(rejects.get(1).get("reason").asString())
                .isEqualTo("line 3 cannot be read: it has 5 cells, the heading has 7");
        assertThat(rejects.get(0).get("field").asString()).isEqualTo("externalAssetId");
    }

    @Test
    void listsAreCutAtTheSeparatorAndQuotesKept(TestInfo test) {
        var connection = runs.connect(test.getDisplayName());

        send(connection, "stream=hosts", "text/csv", HOSTS, 201);
        runs.drain();

        assertThat(assets(connection))
                .containsExactly(
                        "two\nlines {10.0.0.3} {}",
                        "web, \"one\" {10.0.0.1,10.0.0.2} {00:50:56:93:D7:C1}");
    }

    @Test
    void aFileBringsTheSameInventoryAsTheVendorsPages(TestInfo test) {
        var read = runs.connect("read " + test.getDisplayName());
        runs.read(read, List.of(StoredRuns.page(hostRecords())), List.of());
        runs.drain();
        var sent = runs.connect("sent " + test.getDisplayName());
        var lines = String.join("\n", hostRecords());

        send(sent, "stream=hosts&format=ndjson", "application/x-ndjson", lines, 201);
        runs.drain();

        assertThat(assets(sent)).isEqualTo(assets(read)).hasSize(20);
    }

    @Test
    void aLineThatIsNoJsonIsRejectedAndTheOthersLand(TestInfo test) {
        var connection = runs.connect(test.getDisplayName());
        var lines = hostRecords().getFirst() + "\n{\"id\": \n\n[1]\n" + hostRecords().getLast();

        send(connection, "stream=hosts&format=ndjson", "application/x-ndjson", lines, 201);
        runs.drain();

        assertThat(assets(connection)).hasSize(2);
        assertThat(rejects(connection).valueStream().map(r -> r.get("line").asInt()))
                .containsExactly(4, 2);
    }

    @Test
    void aFormWithAFileIsTaken(TestInfo test) {
        var connection = runs.connect(test.getDisplayName());
        var form =
                """
                --b\r
                Content-Disposition: form-data; name="note"\r
                \r
                hello\r
                --b\r
                Content-Disposition: form-data; name="file"; filename="hosts.csv"\r
                \r
                %s\r
                --b--\r
                """
                        .formatted(HOSTS);

        send(connection, "stream=hosts", "multipart/form-data; boundary=b", form, 201);
        runs.drain();

        assertThat(assets(connection)).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsRefusedInOneSentence(TestInfo test) {
        var connection = runs.connect(test.getDisplayName());

        assertThat(code(connection, "stream=hosts", "a,b\n1,2\n", 400)).isEqualTo("UPLOAD_COLUMNS");
        assertThat(code(connection, "stream=hosts", "id,id\n", 400)).isEqualTo("UPLOAD_COLUMNS");
        assertThat(code(connection, "stream=hosts", "", 400)).isEqualTo("UPLOAD_COLUMNS");
        assertThat(code(connection, "stream=hosts&format=xls", "x", 400)).isEqualTo("FILE_FORMAT");
        assertThat(code(connection, "stream=none", "x", 404)).isEqualTo("STREAM_UNKNOWN");
        assertThat(code(connection, "stream=hosts&separator=,", "x", 400))
                .isEqualTo("UPLOAD_SEPARATOR");
        assertThat(code(connection, "stream=hosts", "id,aid\n", 400)).isEqualTo("UPLOAD_EMPTY");
        runs.drain();
        var large = "id,aid\n" + "x,y\n".repeat(30_000);
        assertThat(code(connection, "stream=hosts", large, 400)).isEqualTo("UPLOAD_SIZE");
        runs.drain();
        var last = get("/api/v1/runs?connection=" + connection.uuid()).get("rows").get(0);
        assertThat(last.get("state").asString()).isEqualTo("FAILED");
    }

    @Test
    void aFileWaitsForNoOtherRunOfTheConnection(TestInfo test) {
        var connection = runs.connect(test.getDisplayName());
        runs.read(connection, List.of(StoredRuns.page(hostRecords())), List.of());

        assertThat(code(connection, "stream=hosts", HOSTS, 409)).isEqualTo("CONNECTION_BUSY");
        runs.drain();
    }

    private static List<String> hostRecords() {
        return IntStream.range(0, 20)
                .mapToObj(i -> PoisonedTenant.host(i, false, "host-" + i))
                .collect(Collectors.toList());
    }

    private static List<String> assets(Connection connection) {
        return runs.jdbc()
                .sql(
                        """
                        select a.name || ' ' || a.ip_addresses::text || ' ' || a.mac_addresses::text
                        from asset a join asset_source s using (tenant_id, asset_id)
                        where s.connection_id = ? order by 1
                        """)
                .param(connection.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static JsonNode rejects(Connection connection) {
        return get("/api/v1/quarantine?connection=" + connection.uuid()).get("rows");
    }

    private static String code(Connection connection, String query, String body, int status) {
        return send(connection, query, "text/csv", body, status).get("code").asString();
    }

    private static JsonNode send(
            Connection connection, String query, String type, String body, int status) {
        var path = "/api/v1/connections/" + connection.uuid() + "/uploads?" + query;
        var answer =
                platform.send(
                        platform.request(path)
                                .header("Authorization", "Bearer " + admin)
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static JsonNode get(String path) {
        HttpResponse<String> answer = platform.call("GET", path, admin, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
