package io.penstock.platform.intake;

import static io.penstock.platform.intake.TestEngine.FINDINGS;
import static io.penstock.platform.intake.TestEngine.HOSTS;
import static io.penstock.platform.intake.TestEngine.windowStart;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.run.Status;
import io.penstock.wire.RunOpened;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;

/** What the inventory says after deltas. */
class DeltaInventoryIT {

    private static final String[] NONE = {};

    private static final String FINDING =
            """
            select a.name || ' ' || f.status || case when a.minimal then ' minimal' else '' end
            from finding f join asset a using (tenant_id, asset_id)
            where f.connection_id = ? and f.external_finding_id = ?
            """;

    private static ConfigurableApplicationContext platform;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private TestEngine engine;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestEngine.platform(data);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void connect(TestInfo test) {
        engine = TestEngine.connect(platform, test.getDisplayName());
    }

    @Test
    void aFindingOfADeltaBelongsToTheHostOfAnEarlierRun() {
        run(hosts(host("a1", "web-1", 1)), findings(finding("f1", "a1", "open", 1)));

        var delta = run(NONE, findings(finding("f2", "a1", "open", 2)));

        assertThat(delta.kind()).isEqualTo("DELTA");
        assertThat(finding("f2")).isEqualTo("web-1 1");
        assertThat(count("asset_source")).isEqualTo("1");
    }

    @Test
    void aClosedFindingArrivesAsAnUpdate() {
        run(hosts(host("a1", "web-1", 1)), findings(finding("f1", "a1", "open", 1)));

        run(NONE, findings(finding("f1", "a1", "closed", 2)));

        assertThat(finding("f1")).isEqualTo("web-1 3");
        assertThat(count("finding")).isEqualTo("1");
    }

    @Test
    void aMinimalAssetBecomesTheHostThatADeltaBrings() {
        run(NONE, findings(finding("f1", "a9", "open", 1)));
        assertThat(finding("f1")).isEqualTo("spoken-a9 1 minimal");

        run(hosts(host("a9", "web-9", 2)), NONE);

        assertThat(finding("f1")).isEqualTo("web-9 1");
        assertThat(count("asset_source")).isEqualTo("1");
    }

    @Test
    void aHostThatIsRejectedByADeltaKeepsItsAssetAndItsFindings() {
        run(hosts(host("a1", "web-1", 1)), findings(finding("f1", "a1", "open", 1)));

        run(hosts(withoutAddress("a1")), findings(finding("f1", "a1", "closed", 2)));

        assertThat(finding("f1")).isEqualTo("web-1 3");
    }

    @Test
    void findingsOfAHostThatIsMappedAtLastAreReadCompletely() {
        run(hosts(withoutAddress("a1")), findings(finding("f1", "a1", "open", 1)));
        assertThat(count("finding")).isEqualTo("0");

        var delta = run(hosts(host("a1", "web-1", 2)), NONE);
        assertThat(windowStart(delta, FINDINGS)).isNotNull();
        var next = run(NONE, findings(finding("f1", "a1", "open", 1)));

        assertThat(next.kind()).isEqualTo("DELTA");
        assertThat(windowStart(next, HOSTS)).isNotNull();
        assertThat(windowStart(next, FINDINGS)).isNull();
        assertThat(finding("f1")).isEqualTo("web-1 1");
        assertThat(windowStart(engine.open(), FINDINGS)).isNotNull();
    }

    @Test
    void aHostRejectedInBetweenDoesNotAskForItsFindings() {
        run(hosts(host("a1", "web-1", 1)), findings(finding("f1", "a1", "open", 1)));
        run(hosts(withoutAddress("a1")), NONE);

        run(hosts(host("a1", "web-one", 3)), NONE);

        assertThat(finding("f1")).isEqualTo("web-one 1");
        assertThat(windowStart(engine.open(), FINDINGS)).isNotNull();
    }

    @Test
    void theOverlapBringsRecordsAgainAndChangesNothing() {
        var host = host("a1", "web-1", 1);
        var finding = finding("f1", "a1", "open", 1);
        run(hosts(host), findings(finding));

        var delta = run(hosts(host), findings(finding));

        assertThat(delta.kind()).isEqualTo("DELTA");
        assertThat(
                        engine.text(
                                """
                                select sum(unchanged_count)::text from raw_page
                                join run using (tenant_id, run_id) where run_uuid = ?
                                """,
                                delta.run()))
                .isEqualTo("2");
    }

    @Test
    void theCountsOfAConnectionAreNotThoseOfItsDelta() {
        run(
                hosts(host("a1", "web-1", 1), host("a2", "web-2", 1)),
                findings(finding("f1", "a1", "open", 1), finding("f2", "a2", "open", 1)));
        run(
                hosts(host("a3", "web-3", 2)),
                findings(finding("f1", "a1", "closed", 2), finding("f3", "a3", "open", 2)));

        var counts = platform.getBean(Status.class).of(engine.connection()).counts();

        assertThat(counts).hasToString("InventoryCounts[hosts=3, findings=3]");
    }

    private RunOpened run(String[] hosts, String[] findings) {
        var run = engine.open();
        engine.read(run, HOSTS, hosts);
        engine.read(run, FINDINGS, findings);
        assertThat(engine.finish(run)).isEqualTo("COMPLETE: ");
        return run;
    }

    private String finding(String id) {
        return engine.text(FINDING, engine.connection().id(), id);
    }

    private String count(String table) {
        return engine.text(
                "select count(*)::text from " + table + " where connection_id = ?",
                engine.connection().id());
    }

    private static String[] hosts(String... records) {
        return records;
    }

    private static String[] findings(String... records) {
        return records;
    }

    private static String host(String aid, String name, int day) {
        return """
        {"id": "h%s", "cid": "c", "aid": "%s", "hostname": "%s",
         "last_seen_timestamp": "2026-03-0%dT00:00:00Z",
         "network_interfaces": [{"local_ip": "10.0.0.7"}]}
        """
                .formatted(aid, aid, name, day);
    }

    /** The map requires an address. */
    private static String withoutAddress(String aid) {
        return """
        {"id": "h%s", "cid": "c", "aid": "%s", "last_seen_timestamp": "2026-03-02T00:00:00Z"}
        """
                .formatted(aid, aid);
    }

    private static String finding(String id, String aid, String status, int day) {
        return """
        {"id": "%s", "cid": "c", "aid": "%s", "vulnerability_id": "CVE-2026-1", "status": "%s",
         "created_timestamp": "2026-01-01T00:00:00Z",
         "updated_timestamp": "2026-03-0%dT00:00:00Z",
         "cve": {"id": "CVE-2026-1", "severity": "HIGH"},
         "host_info": {"hostname": "spoken-%s"}}
        """
                .formatted(id, aid, status, day, aid);
    }
}
