package io.penstock.platform.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.NewConnection;
import io.penstock.platform.quarantine.QuarantineFilter.State;
import io.penstock.platform.security.TestPlatform;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;

/** A hundred thousand rejected records: searched, counted, downloaded. */
class QuarantineIT {

    private static final int TENANT = 1;
    private static final int RECORDS = 100_000;

    private static TestPlatform platform;
    private static String admin;
    private static Connection connection;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestPlatform.start(data, "--penstock.transform.workers=0");
        admin = platform.adminToken();
        connection =
                platform.bean(Connections.class)
                        .create(
                                TENANT,
                                new NewConnection(
                                        "crowdstrike-onprem",
                                        "Quarantine",
                                        "",
                                        Map.of(
                                                "url", "http://127.0.0.1:1",
                                                "client-id", "0123456789abcdef0123456789abcdef",
                                                "client-secret", "a".repeat(40))));
        fill();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void aWholeQuarantineIsReadPageByPageAndEveryRecordOnce() {
        var quarantine = platform.bean(Quarantine.class);
        var filter = filter("", "", "");
        var seen = new HashSet<String>();
        var after = "";
        for (var page = quarantine.find(TENANT, filter, after, 5_000);
                !page.isEmpty();
                page = quarantine.find(TENANT, filter, after, 5_000)) {
            page.forEach(record -> seen.add(record.cursor()));
            after = page.getLast().cursor();
        }
        assertThat(seen).hasSize(RECORDS);
    }

    @Test
    void reasonsAreCountedWithoutTheirValues() {
        var reasons = platform.bean(Quarantine.class).reasons(TENANT, filter("", "", ""));

        assertThat(reasons).hasSize(2);
        assertThat(reasons.getFirst().reasonForm())
                .isEqualTo("value '…' is not in the row's value map");
        assertThat(reasons.getFirst().records()).isEqualTo(90_000);
        assertThat(reasons.getLast().reasonForm()).isEqualTo("value has # characters, at most #");
    }

    @Test
    void aTextIsFoundInKeyReasonAndExcerpt() {
        var quarantine = platform.bean(Quarantine.class);

        assertThat(quarantine.find(TENANT, filter("", "", "KEY-4711"), "", 10))
                .hasSize(10)
                .allSatisfy(record -> assertThat(record.key()).startsWith("key-4711"));
        assertThat(quarantine.find(TENANT, filter("", "", "100%"), "", 10)).isEmpty();
    }

    @Test
    void everyQuestionOfTheListUsesItsIndex() {
        assertThat(plan(filter("", "", ""))).contains("quarantine_newest");
        assertThat(plan(filter("findingName", "value has # characters, at most #", "")))
                .contains("quarantine_reason");
        for (var filter : new QuarantineFilter[] {filter("", "", ""), filter("cveId", "x", "")}) {
            assertThat(plan(filter)).doesNotContain("Seq Scan on rejected_record", "Sort");
        }
    }

    @Test
    void noCellOfTheFileIsAFormula() {
        var csv = get("/api/v1/quarantine/file?field=findingName&text=key-1");

        assertThat(csv.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(csv.body().lines().findFirst())
                .hasValueSatisfying(heading ->
                        assertThat(heading)
                                .startsWith("record,rejectedAt,connection,run,stream,key,line"));
        assertThat(csv.body()).contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
        assertThat(csv.body().lines().filter(line -> line.contains("\"=")).toList()).isEmpty();
    }

    @Test
    void theNdjsonFileHasOneObjectALine() {
        var file = get("/api/v1/quarantine/file?format=ndjson&text=key-99999");

        assertThat(file.body().lines()).hasSize(1).allMatch(line -> line.startsWith("{\"cursor\""));
    }

    @Test
    void badInputIsRefused() {
        assertThat(get("/api/v1/quarantine?state=none").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/quarantine?limit=501").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/quarantine?after=x").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/quarantine?text=" + "x".repeat(301)).statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/quarantine/file?format=xls").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/quarantine/1-99999999").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/quarantine/1-1/raw").statusCode()).isEqualTo(409);
    }

    private static QuarantineFilter filter(String field, String reason, String text) {
        var stream = field.isEmpty() ? "" : "vulnerabilities";
        return new QuarantineFilter(
                connection.uuid(), null, stream, field, reason, text, State.OPEN);
    }

    private static String plan(QuarantineFilter filter) {
        var conditions = new QuarantineConditions(TENANT, filter, 0, false);
        return String.join(
                "\n",
                jdbc().sql(
                                "explain select * from rejected_record q where "
                                        + conditions.sql()
                                        + " order by q.page_id desc, q.record_index desc limit 50")
                        .params(conditions.binds())
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    private static HttpResponse<String> get(String path) {
        return platform.call("GET", path, admin, null);
    }

    private static JdbcClient jdbc() {
        return platform.bean(JdbcClient.class);
    }

    private static void fill() {
        jdbc().sql(
                        """
                        insert into run (tenant_id, run_uuid, connection_id, profile_id, map_id,
                            trigger, kind, state, window_until, engine_uuid, engine_version,
                            engine_host, lease, lease_until, opened_at, ended_at)
                        select tenant_id, gen_random_uuid(), connection_id, profile_id, map_id,
                            'on-demand', 'FULL', 'COMPLETE', now(), gen_random_uuid(), '', '',
                            gen_random_uuid(), now(), now(), now()
                        from profile where connection_id = ?
                        """)
                .param(connection.id())
                .update();
        jdbc().sql(
                        """
                        insert into raw_page (tenant_id, run_id, stream, slice, sequence, hosts,
                            encoding, sha256, records, body, received_at, state)
                        select 1, run_id, 'vulnerabilities', 0, n, false, 'identity', '', 1000, '',
                            now(), 'DONE'
                        from run, generate_series(0, 99) n
                        """)
                .update();
        jdbc().sql(
                        """
                        insert into rejected_record (tenant_id, page_id, record_index, run_id, stream,
                            record_key, field, reason, excerpt, connection_id, map_id, evidence_run)
                        select 1, p.page_id, n, p.run_id, p.stream,
                            case when n = 1 then '=HYPERLINK("http://x")'
                                else 'key-' || (p.sequence * 1000 + n) end,
                            case when n % 10 = 1 then 'findingName' else 'findingSeverity' end,
                            case when n % 10 = 1 then 'value has ' || n || ' characters, at most 1,024'
                                else 'value ''' || n || ''' is not in the row''s value map' end,
                            '{"id": "key-1' || repeat('x', 400), r.connection_id, r.map_id, r.run_id
                        from raw_page p join run r using (tenant_id, run_id), generate_series(0, 999) n
                        """)
                .update();
        jdbc().sql("analyze rejected_record").update();
    }
}
