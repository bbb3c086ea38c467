package io.penstock.platform.inventory;

import static io.penstock.core.finding.FindingStatus.SourceStatus.FIXED;
import static io.penstock.core.finding.FindingStatus.SourceStatus.OPEN;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.identity.ConnectionRules;
import io.penstock.platform.inventory.TestInventory.Source;
import io.penstock.platform.search.FindingDetail;
import io.penstock.platform.search.FindingSearch;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Records that come together to findings, and part again; on a real PostgreSQL. */
class SharedFindingIT {

    private static final String CVE = "CVE-2024-456";

    private static final String FINDINGS =
            """
            select external_finding_id || ' ' || records || ' status ' || status || ' severity '
                || severity || to_char(first_found at time zone 'UTC', ' DD')
                || to_char(last_found at time zone 'UTC', ' DD') || coalesce(' port ' || port, '')
            from finding where asset_id = ? order by 1
            """;

    private static final String EVERYTHING =
            """
            select to_jsonb(f)::text from finding f where asset_id = any (?)
            union all select to_jsonb(r)::text from finding_record r where asset_id = any (?)
            union all
            select to_jsonb(e)::text from finding_event e
                join source_finding s on s.record_id = e.finding_id where s.asset_id = any (?)
            order by 1
            """;

    private static TestInventory inventory;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private Source t;

    @SuppressWarnings("NullAway.Init")
    private Source v;

    @BeforeAll
    static void start(@TempDir Path data) {
        inventory = TestInventory.start(data);
    }

    @AfterAll
    static void stop() {
        inventory.close();
    }

    @BeforeEach
    void connect(TestInfo test) {
        t = inventory.source("T " + test.getDisplayName(), 100);
        v = inventory.source("V " + test.getDisplayName(), 50);
    }

    /** The official worked example (etm 5.8). */
    @Test
    void twoSourcesSpeakOfOneFinding() {
        bothSpeak();
    }

    private void bothSpeak() {
        inventory.load(t, inventory.run(t, 8), tenable());
        inventory.load(v, inventory.run(v, 5), vendor());
        join();

        assertThat(findings()).isEqualTo("TID 123 2 status 3 severity 3 01 08");
        var detail = detail(t, "TID 123");
        assertThat(detail.sources())
                .extracting(s -> s.externalFindingId() + " " + s.status())
                .containsExactly("TID 123 FIXED", "VID 54321 NEW");
        assertThat(detail(v, "VID 54321")).isEqualTo(detail);
        assertThat(found("finding.connectionUuid:" + v.connection().uuid())).isOne();
        assertThat(found("finding.connectionUuid:" + t.connection().uuid())).isOne();
    }

    @Test
    void theLaterSightingOfTheOtherSourceCounts() {
        bothSpeak();

        inventory.load(v, inventory.run(v, 9), vendorOn(9).graded(5));

        assertThat(findings()).isEqualTo("VID 54321 2 status 2 severity 5 01 09");
    }

    @Test
    void sourcesThatKnowTheMachineAlreadyComeTogetherAsTheyLoad() {
        inventory.load(t, inventory.run(t, 2), Report.of("other", "web-1", "CVE-1", OPEN, 2));
        inventory.load(v, inventory.run(v, 2), Report.of("other", "srv", "CVE-2", OPEN, 2));
        join();
        inventory.load(v, inventory.run(v, 5), vendor());
        inventory.load(t, inventory.run(t, 8), tenable());

        assertThat(findings()).contains("TID 123 2 status 3 severity 3 01 08");
    }

    @Test
    void anUnchangedPageOfSharedFindingsIsUnchanged() {
        bothSpeak();

        assertThat(inventory.load(t, inventory.run(t, 20), tenable()).unchanged()).isOne();
        assertThat(inventory.load(v, inventory.run(v, 20), vendor()).unchanged()).isOne();
    }

    /** A check of several CVEs is a record for each of them (etm 5.8). */
    @Test
    void checksThatShareACveShareAFinding() {
        inventory.load(
                t,
                inventory.run(t, 2),
                Report.of("QID1 a", "web-1", "CVE-2024-1", OPEN, 2).called("QID1"),
                Report.of("QID1 b", "web-1", "CVE-2024-2", OPEN, 2).called("QID1"),
                Report.of("QID2 b", "web-1", "CVE-2024-2", OPEN, 2).called("QID2"),
                Report.of("QID2 c", "web-1", "CVE-2024-3", OPEN, 2).called("QID2"));

        assertThat(inventory.rows(FINDINGS, t.host("web-1"))).hasSize(3);
        assertThat(found("finding.sources>1 and finding.connectionUuid:" + t.connection().uuid()))
                .isOne();
    }

    @Test
    void aFindingThatTheSourceNumbersAnewIsTheSameFinding() {
        inventory.load(t, inventory.run(t, 2), Report.of("old", "web-1", CVE, FIXED, 2));
        inventory.load(t, inventory.run(t, 4), Report.of("new", "web-1", CVE, OPEN, 4));

        assertThat(findings()).isEqualTo("new 2 status 1 severity 3 01 04");
    }

    @Test
    void portsTellFindingsApart() {
        var unsaid = Report.of("unsaid", "web-1", CVE, OPEN, 2);
        inventory.load(
                t, inventory.run(t, 2), unsaid, Report.of("a", "web-1", CVE, OPEN, 3).on(80));
        assertThat(findings()).isEqualTo("a 2 status 1 severity 3 01 03 port 80");

        inventory.load(t, inventory.run(t, 3), Report.of("b", "web-1", CVE, OPEN, 4).on(443));
        assertThat(findings())
                .isEqualTo(
                        "a 1 status 1 severity 3 01 03 port 80"
                                + " | b 1 status 1 severity 3 01 04 port 443"
                                + " | unsaid 1 status 1 severity 3 01 02");

        inventory.load(t, inventory.run(t, 5), Report.of("b", "web-1", CVE, OPEN, 5).on(80));
        assertThat(findings()).isEqualTo("b 3 status 2 severity 3 01 05 port 80");
    }

    @Test
    void aRecordThatChangesItsCveLeavesItsFinding() {
        inventory.load(
                t,
                inventory.run(t, 2),
                Report.of("a", "web-1", CVE, OPEN, 2),
                Report.of("b", "web-1", CVE, OPEN, 2));
        inventory.load(t, inventory.run(t, 3), Report.of("b", "web-1", "CVE-2024-9", OPEN, 3));

        assertThat(findings())
                .isEqualTo("a 1 status 1 severity 3 01 02 | b 1 status 2 severity 3 01 03");
        assertThat(
                        inventory.rows(
                                "select 1 from finding_record where connection_id = ?",
                                t.connection().id()))
                .isEmpty();
    }

    @Test
    void splittingGivesBackExactlyWhatWas() {
        inventory.load(t, inventory.run(t, 7), Report.of("TID 123", "web-1", CVE, OPEN, 7));
        inventory.load(
                t, inventory.run(t, 8), tenable(), Report.of("x", "web-1", "CVE-9", OPEN, 8));
        inventory.load(v, inventory.run(v, 5), vendor(), Report.of("y", "srv", "CVE-9", OPEN, 4));
        var before = everything();
        join();
        assertThat(everything()).isNotEqualTo(before);

        inventory.move(v.host("srv"), v.host("srv"));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void theOtherSourcesStayWhenAConnectionIsDeleted() {
        inventory.load(v, inventory.run(v, 5), vendor(), Report.of("again", "srv", CVE, OPEN, 6));
        var before = inventory.rows(FINDINGS, v.host("srv"));
        inventory.load(t, inventory.run(t, 8), tenable());
        inventory.move(v.host("srv"), t.host("web-1"));
        assertThat(findings()).isEqualTo("TID 123 3 status 3 severity 3 01 08");
        inventory.move(v.host("srv"), v.host("srv"));
        inventory.move(t.host("web-1"), v.host("srv"));

        inventory.delete(t);
        inventory.regroup();

        assertThat(inventory.rows(FINDINGS, v.host("srv"))).isEqualTo(before);
    }

    @Test
    void trustDecidesBetweenSourcesThatSawItAtOneTime() {
        inventory.load(t, inventory.run(t, 5), Report.of("TID 123", "web-1", CVE, OPEN, 5));
        inventory.load(v, inventory.run(v, 5), vendor().graded(5));
        join();
        assertThat(findings()).startsWith("VID 54321 2 ").contains("severity 5");

        inventory.bean(ConnectionRules.class).trust(t.connection(), "admin", 10);
        inventory.regroup();

        assertThat(findings()).startsWith("TID 123 2 ").contains("severity 3");
    }

    private static Report tenable() {
        return Report.of("TID 123", "web-1", CVE, FIXED, 8).firstFound(1);
    }

    private static Report vendor() {
        return vendorOn(5);
    }

    private static Report vendorOn(int day) {
        return Report.of("VID 54321", "srv", CVE, OPEN, day).firstFound(3);
    }

    private void join() {
        inventory.move(v.host("srv"), t.host("web-1"));
    }

    private String findings() {
        return inventory.one(FINDINGS, t.host("web-1"));
    }

    private List<String> everything() {
        var assets = new UUID[] {t.host("web-1"), v.host("srv")};
        return inventory.rows(EVERYTHING, assets, assets, assets);
    }

    private FindingDetail detail(Source source, String id) {
        var record =
                inventory.one(
                        """
                        select record_id::text from source_finding
                        where connection_id = ? and external_finding_id = ?
                        """,
                        source.connection().id(),
                        id);
        return inventory
                .bean(FindingSearch.class)
                .get(TestInventory.TENANT, UUID.fromString(record))
                .orElseThrow();
    }

    private long found(String query) {
        return inventory
                .bean(FindingSearch.class)
                .find(TestInventory.TENANT, query, null, 5)
                .count();
    }
}
