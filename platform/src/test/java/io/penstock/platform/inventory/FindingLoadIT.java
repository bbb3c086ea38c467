package io.penstock.platform.inventory;

import static io.penstock.core.finding.FindingStatus.SourceStatus.FIXED;
import static io.penstock.core.finding.FindingStatus.SourceStatus.OPEN;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.finding.FindingStatus.SourceStatus;
import io.penstock.core.finding.Word.Kind;
import io.penstock.platform.inventory.TestInventory.Source;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Words on records, their order and their closings, page by page on a real PostgreSQL. */
class FindingLoadIT {

    private static final String CVE = "CVE-2024-1";

    private static final String STATUS =
            """
            select status || ' ' || to_char(last_found at time zone 'UTC', 'DD') || ' '
                || coalesce(to_char(fixed_at at time zone 'UTC', 'DD'), '-') || ' '
                || coalesce(to_char(reopened_at at time zone 'UTC', 'DD'), '-')
                || case when missing_since is null then '' else ' missing' end
            from finding where connection_id = ?
            """;

    private static final String EVENTS =
            """
            select to_char(happened_at at time zone 'UTC', 'DD') || ':' || word || ':'
                || coalesce(from_status::text, '-') || coalesce(to_status::text, '-')
                || case when held then 'h' else '' end
            from finding_event join finding using (tenant_id, finding_id)
            where connection_id = ? order by happened_at, event_id
            """;

    private static TestInventory inventory;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private Source source;

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
        source = inventory.source(test.getDisplayName(), 100);
    }

    @Test
    void aRecordOfOneWordNeedsNoEvents() {
        inventory.load(source, inventory.run(source, 3), report(OPEN, 3));

        assertThat(status()).isEqualTo("1 03 - -");
        assertThat(events()).isEmpty();
    }

    @Test
    void everyNewerWordIsKept() {
        inventory.load(source, inventory.run(source, 3), report(OPEN, 3));
        inventory.load(source, inventory.run(source, 4), report(OPEN, 4));
        inventory.load(source, inventory.run(source, 5), report(OPEN, 5));

        assertThat(status()).isEqualTo("2 05 - -");
        assertThat(events()).isEqualTo("03:1:-1 | 04:1:12 | 05:1:22");
    }

    @Test
    void aClosingWaitsForTheEndOfItsRun() {
        inventory.load(source, inventory.run(source, 3), report(OPEN, 3));
        var run = inventory.run(source, 4);
        var ledger = inventory.load(source, run, report(FIXED, 4));

        assertThat(ledger.updated()).isOne();
        assertThat(status()).isEqualTo("1 04 - -");
        assertThat(events()).isEqualTo("03:1:-1 | 04:3:--h");

        inventory.release(run);
        assertThat(status()).isEqualTo("3 04 04 -");
        assertThat(events()).isEqualTo("03:1:-1 | 04:3:13");
        assertThat(inventory.load(source, run, report(FIXED, 4)).unchanged()).isOne();
    }

    @Test
    void aClosingThatWaitsIsRenewedByTheNextRunThatReportsIt() {
        inventory.load(source, inventory.run(source, 3), report(OPEN, 3));
        var failed = inventory.run(source, 4);
        inventory.load(source, failed, report(FIXED, 4));
        var again = inventory.load(source, failed, report(FIXED, 4));
        var next = inventory.run(source, 5);
        inventory.load(source, next, report(FIXED, 4));

        assertThat(again.unchanged()).isOne();
        assertThat(events()).isEqualTo("03:1:-1 | 04:3:--h");
        assertThat(
                        inventory.one(
                                "select run_id::text from finding_event where held and run_id = ?",
                                next.runId()))
                .isEqualTo(String.valueOf(next.runId()));
    }

    @Test
    void whatIsFirstReportedAsClosedIsFixedAtOnce() {
        inventory.load(source, inventory.run(source, 3), report(FIXED, 3));

        assertThat(status()).isEqualTo("3 03 03 -");
    }

    @Test
    void aLateOlderWordTakesItsPlaceInTheHistory() {
        inventory.load(source, inventory.run(source, 3), report(OPEN, 3));
        inventory.load(source, inventory.run(source, 5), report(OPEN, 5));
        var late = inventory.load(source, inventory.run(source, 6), report(FIXED, 4));

        assertThat(late.superseded()).isOne();
        assertThat(status()).isEqualTo("4 05 04 05");
        assertThat(events()).isEqualTo("03:1:-1 | 04:3:13 | 05:1:34");
    }

    @Test
    void aLateFirstReportBringsTheDateOfTheFirstSighting() {
        inventory.load(source, inventory.run(source, 5), report(OPEN, 5).firstFound(5));
        inventory.load(source, inventory.run(source, 6), report(OPEN, 3).firstFound(2));

        assertThat(status()).isEqualTo("2 05 - -");
        assertThat(
                        inventory.one(
                                "select (first_found at time zone 'UTC')::date::text from finding"
                                        + " where connection_id = ?",
                                source.connection().id()))
                .isEqualTo("2024-03-02");
    }

    @Test
    void aWordThatComesTwiceIsOneWord() {
        var run = inventory.run(source, 3);
        inventory.load(source, run, report(OPEN, 3), report(OPEN, 3));
        inventory.load(source, run, report(OPEN, 4));
        var again = inventory.load(source, run, report(OPEN, 3), report(OPEN, 4));

        assertThat(again.superseded()).isOne();
        assertThat(again.unchanged()).isOne();
        assertThat(events()).isEqualTo("03:1:-1 | 04:1:12");
    }

    @Test
    void anotherContentOfTheSameTimeCorrectsTheWord() {
        inventory.load(source, inventory.run(source, 3), report(OPEN, 3));
        inventory.load(source, inventory.run(source, 4), report(OPEN, 3).graded(5));

        assertThat(status()).isEqualTo("1 03 - -");
        assertThat(events()).isEqualTo("03:1:-- | 03:1:-1");
    }

    @Test
    void whatWasMissingIsSeenAgain() {
        inventory.load(source, inventory.run(source, 3), report(OPEN, 3));
        inventory.missing(inventory.run(source, 5), Kind.MISSING, 5);
        assertThat(status()).isEqualTo("1 03 - - missing");

        var next = inventory.run(source, 6);
        var ledger = inventory.load(source, next, report(OPEN, 3));

        assertThat(ledger.updated()).isOne();
        assertThat(status()).isEqualTo("1 03 - -");
        assertThat(events()).isEqualTo("03:1:-1 | 05:5:11 | 06:7:11");
        assertThat(inventory.load(source, next, report(OPEN, 3)).unchanged()).isOne();
    }

    @Test
    void whatAbsenceClosedIsReopenedWhenItIsReportedAgain() {
        inventory.load(source, inventory.run(source, 3), report(OPEN, 3));
        inventory.missing(inventory.run(source, 5), Kind.MISSING_FIXED, 5);
        assertThat(status()).isEqualTo("3 03 05 - missing");

        inventory.load(source, inventory.run(source, 6), report(OPEN, 3));

        assertThat(status()).isEqualTo("4 03 05 06");
    }

    private static Report report(SourceStatus word, int day) {
        return Report.of("f1", "web-1", CVE, word, day);
    }

    private String status() {
        return inventory.one(STATUS, source.connection().id());
    }

    private String events() {
        return inventory.one(EVENTS, source.connection().id());
    }
}
