package io.penstock.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.run.Position;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.NewConnection;
import io.penstock.platform.connector.Profile;
import io.penstock.wire.OpenRun;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.RunEnd;
import io.penstock.wire.RunOpened;
import io.penstock.wire.SliceEnd;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs, leases and pages on a real PostgreSQL, without transformation workers. */
class IntakeIT {

    private static final int TENANT = 1;
    private static final String HOSTS = "hosts";
    private static final String FINDINGS = "vulnerabilities";

    private static ConfigurableApplicationContext platform;
    private static RunDesk desk;
    private static PageIntake intake;
    private static SliceDesk slices;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @SuppressWarnings("NullAway.Init")
    private Profile profile;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestEngine.platform(data, "--penstock.intake.lease=60s");
        desk = platform.getBean(RunDesk.class);
        intake = platform.getBean(PageIntake.class);
        slices = platform.getBean(SliceDesk.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void connect(TestInfo test) {
        var connections = platform.getBean(Connections.class);
        connection =
                connections.create(
                        TENANT,
                        new NewConnection(
                                "crowdstrike-onprem",
                                test.getDisplayName(),
                                "",
                                Map.of(
                                        "url", "http://127.0.0.1:1",
                                        "client-id", "0123456789abcdef0123456789abcdef",
                                        "client-secret", "a".repeat(40))));
        profile = connections.profiles(connection).getFirst();
    }

    @Test
    void aPageSentAgainIsStoredOnceAndGivesTheReceiptOfTheFirst() {
        var run = open(UUID.randomUUID());
        plan(run, FINDINGS);
        var page = page(FINDINGS, 0, "p1", false);

        var first = intake.take(call(run), page);
        var second = intake.take(call(run), page);

        assertThat(first.repeated()).isFalse();
        assertThat(second.repeated()).isTrue();
        assertThat(second.position()).isEqualTo("p1");
        assertThat(count("raw_page", run)).isOne();
        assertThat(sum("received", run)).isEqualTo(2);
    }

    @Test
    void aPageOutOfOrderIsRefused() {
        var run = open(UUID.randomUUID());
        plan(run, FINDINGS);
        assertFault(
                "PAGE_OUT_OF_ORDER", () -> intake.take(call(run), page(FINDINGS, 1, "p", false)));
    }

    @Test
    void nothingFollowsTheLastPage() {
        var run = open(UUID.randomUUID());
        plan(run, FINDINGS);
        intake.take(call(run), page(FINDINGS, 0, "p1", true));
        assertFault("SLICE_ENDED", () -> intake.take(call(run), page(FINDINGS, 1, "p2", false)));
    }

    @Test
    void aSecondEngineIsToldUntilWhenTheConnectionIsHeld() {
        open(UUID.randomUUID());
        assertThatThrownBy(() -> open(UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> {
                            assertThat(e.fault().code()).isEqualTo("RUN_HELD");
                            assertThat(e.fault().requestedWait())
                                    .hasValueSatisfying(wait ->
                                            assertThat(wait.toSeconds()).isBetween(50L, 60L));
                        });
    }

    @Test
    void whenTheLeaseHasEndedTheNextEngineGoesOnWhereTheFirstStopped() {
        var first = open(UUID.randomUUID());
        plan(first, FINDINGS);
        intake.take(call(first), page(FINDINGS, 0, "p1", false));
        endLease(first);

        var second = open(UUID.randomUUID());

        assertThat(second.resumed()).isTrue();
        assertThat(second.run()).isEqualTo(first.run());
        var slice =
                second.streams().stream()
                        .filter(s -> s.stream().equals(FINDINGS))
                        .findFirst()
                        .orElseThrow()
                        .slices()
                        .getFirst();
        assertThat(slice.position()).isEqualTo("p1");
        assertThat(slice.nextSequence()).isOne();
        assertFault(
                "RUN_TAKEN_OVER", () -> intake.take(call(first), page(FINDINGS, 1, "p2", false)));
    }

    @Test
    void theFirstPlanOfAStreamStays() {
        var run = open(UUID.randomUUID());
        plan(run, FINDINGS);
        var again =
                slices.plan(
                        call(run),
                        FINDINGS,
                        new PlannedSlices(List.of(bounds("a", "b"), bounds("b", "c"))));
        assertThat(again.slices()).hasSize(1);
    }

    @Test
    void aSliceIsSealedOnlyWhenDistinctRecordsEqualTheVendorsTotal() {
        var run = open(UUID.randomUUID());
        plan(run, HOSTS);
        plan(run, FINDINGS);
        intake.take(call(run), page(HOSTS, 0, "p1", true));
        intake.take(call(run), page(FINDINGS, 0, "p1", true));

        var sealed = slices.judge(call(run), new SliceName(HOSTS, 0), SliceEnd.read(2));
        var open = slices.judge(call(run), new SliceName(FINDINGS, 0), SliceEnd.read(3));

        assertThat(sealed.sealed()).isTrue();
        assertThat(open.sealed()).isFalse();
        assertThat(open.reason()).isEqualTo("2 distinct records received, the vendor has 3");
    }

    @Test
    void aSliceCannotBeJudgedBeforeItsLastPage() {
        var run = open(UUID.randomUUID());
        plan(run, HOSTS);
        assertFault(
                "SLICE_NOT_ENDED",
                () -> slices.judge(call(run), new SliceName(HOSTS, 0), SliceEnd.read(0)));
    }

    @Test
    void anUnknownStreamIsNamed() {
        var run = open(UUID.randomUUID());
        assertFault("STREAM_UNKNOWN", () -> plan(run, "software"));
    }

    @Test
    void aRunThatWasNotReadToItsEndIsNotComplete() {
        var run = open(UUID.randomUUID());
        plan(run, HOSTS);
        desk.end(call(run), new RunEnd(RunEnd.Outcome.READ, "", ""));

        platform.getBean(RunSettlement.class).settleAll();

        var state =
                jdbc().sql("select state || ': ' || message from run where run_uuid = ?")
                        .param(run.run())
                        .query((row, _) -> row.getString(1))
                        .single();
        assertThat(state).isEqualTo("INCOMPLETE: slice hosts/0: was not read to its end");
    }

    @Test
    void anEndedRunTakesNoMorePages() {
        var run = open(UUID.randomUUID());
        plan(run, FINDINGS);
        desk.end(
                call(run), new RunEnd(RunEnd.Outcome.FAILED, "VENDOR_DOWN", "The vendor is down."));
        assertFault("RUN_ENDED", () -> intake.take(call(run), page(FINDINGS, 0, "p", false)));
    }

    private interface Attempt {
        Object run();
    }

    private static void assertFault(String code, Attempt attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
    }

    private RunOpened open(UUID engine) {
        return desk.open(
                connection, profile, new OpenRun(engine, "test", "host", "on-demand", false));
    }

    private static Object plan(RunOpened run, String stream) {
        return slices.plan(call(run), stream, new PlannedSlices(List.of(bounds("", ""))));
    }

    private static PlannedSlices.Bounds bounds(String lower, String upper) {
        return new PlannedSlices.Bounds(lower, upper, -1);
    }

    private static EngineCall call(RunOpened run) {
        return new EngineCall(TENANT, run.run(), run.lease());
    }

    private static IncomingPage page(String stream, long sequence, String next, boolean last) {
        var body = "{\"resources\": []}".getBytes(StandardCharsets.UTF_8);
        return new IncomingPage(
                stream,
                0,
                sequence,
                "identity",
                new byte[32],
                2,
                2,
                new Position(next),
                2,
                last,
                body);
    }

    private static void endLease(RunOpened run) {
        jdbc().sql("update run set lease_until = now() - interval '1 second' where run_uuid = ?")
                .param(run.run())
                .update();
    }

    private static long count(String table, RunOpened run) {
        return jdbc().sql(
                        "select count(*) from "
                                + table
                                + " join run using (tenant_id, run_id) where run_uuid = ?")
                .param(run.run())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private static long sum(String column, RunOpened run) {
        return jdbc().sql(
                        "select sum("
                                + column
                                + ") from run_slice"
                                + " join run using (tenant_id, run_id) where run_uuid = ?")
                .param(run.run())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private static JdbcClient jdbc() {
        return platform.getBean(JdbcClient.class);
    }
}
