package io.penstock.platform.intake;

import static io.penstock.platform.intake.ClosingRuns.finding;
import static io.penstock.platform.intake.ClosingRuns.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.finding.Breaker;
import io.penstock.wire.PlannedSlices.Bounds;
import io.penstock.wire.SliceEnd;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;

/** What complete full runs conclude from silence, on a real PostgreSQL. */
class AbsenceIT {

    private static final String F1 = finding("f1", "a1", "open", 1);
    private static final String F2 = finding("f2", "a1", "open", 1);
    private static final String[] HOSTS = hosts("a1");

    private static ConfigurableApplicationContext platform;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private ClosingRuns runs;

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
        runs = new ClosingRuns(platform, test.getDisplayName());
    }

    @Test
    void whatACompleteFullRunDoesNotReportIsMissingAndStaysOpen() {
        runs.full(HOSTS, F1, F2);
        var run = runs.full(HOSTS, F2);

        assertThat(runs.state(run)).isEqualTo("COMPLETE: ");
        assertThat(runs.finding("f1")).isEqualTo("NEW missing");
        assertThat(runs.words("f1")).isEqualTo("OPEN>NEW MISSING>NEW");
        assertThat(runs.finding("f2")).isEqualTo("NEW");
        assertThat(leftOver()).isEqualTo("0 0");
    }

    @Test
    void itIsMarkedOnceHoweverOftenItIsMissing() {
        runs.full(HOSTS, F1, F2);
        runs.full(HOSTS, F2);
        runs.full(HOSTS, F2);

        assertThat(runs.words("f1")).isEqualTo("OPEN>NEW MISSING>NEW");
    }

    @Test
    void whatIsReportedAgainIsMissingNoLonger() {
        runs.full(HOSTS, F1, F2);
        runs.full(HOSTS, F2);
        runs.delta(F1);

        assertThat(runs.finding("f1")).isEqualTo("NEW");
        assertThat(runs.words("f1")).isEqualTo("OPEN>NEW MISSING>NEW SEEN>NEW");
        runs.full(HOSTS, F2);
        assertThat(runs.finding("f1")).isEqualTo("NEW missing");
    }

    @Test
    void theProfileMayCloseWhatIsMissing() {
        runs.settings(false, Breaker.DEFAULT);
        runs.full(HOSTS, F1, F2);
        var run = runs.full(HOSTS, F2);

        assertThat(runs.state(run)).isEqualTo("COMPLETE: ");
        assertThat(runs.finding("f1")).isEqualTo("FIXED missing");
        assertThat(runs.words("f1")).isEqualTo("OPEN>NEW MISSING_FIXED>FIXED");
        runs.full(HOSTS, F1, F2);
        assertThat(runs.finding("f1")).isEqualTo("REOPENED");
    }

    @Test
    void whatIsMarkedAlreadyIsClosedWhenTheProfileSaysSoLater() {
        runs.full(HOSTS, F1, F2);
        runs.full(HOSTS, F2);
        runs.settings(false, Breaker.DEFAULT);
        runs.full(HOSTS, F2);

        assertThat(runs.words("f1")).isEqualTo("OPEN>NEW MISSING>NEW MISSING_FIXED>FIXED");
        assertThat(runs.finding("f1")).isEqualTo("FIXED missing");
    }

    @Test
    void deltasAndIncompleteRunsConcludeNothing() {
        runs.settings(false, Breaker.DEFAULT);
        runs.full(HOSTS, F1, F2);
        runs.delta(F2);
        runs.incomplete(HOSTS, F2);
        runs.incomplete(hosts());

        assertThat(runs.finding("f1")).isEqualTo("NEW");
        assertThat(leftOver()).isEqualTo("0 0");
    }

    @Test
    void findingsOfAHostThatIsGoneAreNeitherMissingNorClosed() {
        runs.settings(false, Breaker.DEFAULT);
        runs.full(hosts("a1", "a2"), F1, finding("f3", "a2", "open", 1));
        runs.full(hosts("a2"), finding("f3", "a2", "open", 1));

        assertThat(runs.finding("f1")).isEqualTo("NEW gone");
        assertThat(runs.finding("f3")).isEqualTo("NEW");
        runs.run(false, HOSTS);
        assertThat(runs.finding("f1")).isEqualTo("NEW");
    }

    @Test
    void aFindingThatIsStillMissingWhenItsHostIsBackIsClosedThen() {
        runs.settings(false, Breaker.DEFAULT);
        runs.full(hosts("a1", "a2"), F1);
        runs.full(hosts("a2"));
        runs.full(hosts("a1", "a2"));

        assertThat(runs.finding("f1")).isEqualTo("FIXED missing");
    }

    @Test
    void whatBelongsToAHostThatWasNeverReportedIsMarkedOnly() {
        runs.settings(false, Breaker.DEFAULT);
        runs.full(HOSTS, finding("f9", "unknown", "open", 1));
        runs.full(HOSTS);

        assertThat(runs.finding("f9")).isEqualTo("NEW missing");
    }

    @Test
    void aVendorThatAnswersWithNothingClosesNothing() {
        runs.settings(false, Breaker.DEFAULT);
        runs.full(HOSTS, F1, F2);
        var run = runs.full(hosts());

        assertThat(runs.state(run)).isEqualTo("COMPLETE: ");
        assertThat(runs.finding("f1")).isEqualTo("NEW gone");
    }

    @Test
    void aRecordThatIsRejectedIsReportedAllTheSame() {
        runs.settings(false, Breaker.DEFAULT);
        runs.full(HOSTS, F1, F2);
        runs.full(HOSTS, F2, F1.replace("\"open\"", "\"unheard of\""));

        assertThat(rejected()).isEqualTo("1");
        assertThat(runs.finding("f1")).isEqualTo("NEW");
    }

    @Test
    void withARecordThatCannotBeToldApartNothingIsConcluded() {
        runs.settings(false, Breaker.DEFAULT);
        runs.full(HOSTS, F1, F2);
        var run = runs.full(HOSTS, F2.replace("\"id\": \"f2\", ", ""));

        assertThat(runs.state(run))
                .isEqualTo(
                        "COMPLETE: What the vendor no longer reports was not judged: the list of"
                                + " what the run saw has 1 of 1 hosts and 0 of 1 findings.");
        assertThat(runs.finding("f1")).isEqualTo("NEW");
    }

    /** The list is unlogged: a crash of the database empties it. */
    @Test
    void whenTheListIsLostNothingIsConcluded() {
        runs.settings(false, Breaker.DEFAULT);
        runs.full(HOSTS, F1, F2);
        var run = runs.engine().openAsPlanned(true);
        runs.engine().read(run, TestEngine.HOSTS, HOSTS);
        runs.engine().plan(run, TestEngine.FINDINGS, new Bounds("", "", 1));
        runs.engine().transform();
        runs.engine().change("truncate run_seen");
        runs.engine().page(run, new SliceName(TestEngine.FINDINGS, 0), 0, true, F2);
        runs.engine().judge(run, new SliceName(TestEngine.FINDINGS, 0), SliceEnd.read(1));

        assertThat(runs.engine().finish(run))
                .isEqualTo(
                        "COMPLETE: What the vendor no longer reports was not judged: the list of"
                                + " what the run saw has 0 of 1 hosts and 1 of 1 findings.");
        assertThat(runs.finding("f1")).isEqualTo("NEW");
        assertThat(leftOver()).isEqualTo("0 0");
    }

    /** More ids than the last reading had: nothing of what the vendor has is left out. */
    @Test
    void aSliceThatWasReadTwiceIsJudgedByAllThatWasSeen() {
        runs.full(HOSTS, F1, F2, finding("f3", "a1", "open", 1));
        var run = runs.engine().openAsPlanned(true);
        runs.engine().read(run, TestEngine.HOSTS, HOSTS);
        runs.engine().plan(run, TestEngine.FINDINGS, new Bounds("", "", 2));
        var slice = new SliceName(TestEngine.FINDINGS, 0);
        runs.engine().page(run, slice, 0, true, F1, F2);
        runs.engine().judge(run, slice, SliceEnd.read(1));
        runs.engine().page(run, slice, 1, true, F2);
        runs.engine().judge(run, slice, SliceEnd.read(1));

        assertThat(runs.engine().finish(run)).isEqualTo("COMPLETE: ");
        assertThat(runs.finding("f1")).isEqualTo("NEW");
        assertThat(runs.finding("f3")).isEqualTo("NEW missing");
    }

    @Test
    void whatAnotherProfileMayReadIsNotConcludedFrom() {
        runs.full(HOSTS, F1, F2);
        runs.engine()
                .change(
                        """
                        insert into run (tenant_id, run_uuid, connection_id, profile_id, map_id,
                            trigger, kind, state, window_until, engine_uuid, engine_version,
                            engine_host, lease, lease_until, opened_at)
                        select tenant_id, gen_random_uuid(), connection_id, profile_id + 1000,
                            map_id, trigger, kind, state, window_until, engine_uuid,
                            engine_version, engine_host, lease, lease_until, opened_at
                        from run where connection_id = ?
                        """,
                        runs.engine().connection().id());
        var run = runs.full(HOSTS, F2);

        assertThat(runs.state(run)).endsWith("another profile reads from this connection, too.");
        assertThat(runs.finding("f1")).isEqualTo("NEW");
    }

    private String rejected() {
        return runs.engine()
                .text(
                        "select count(*)::text from rejected_record where connection_id = ?",
                        runs.engine().connection().id());
    }

    private String leftOver() {
        return runs.engine()
                .text(
                        """
                        select (select count(*) from run_seen) || ' '
                            || (select count(*) from run_closing)
                        """);
    }
}
