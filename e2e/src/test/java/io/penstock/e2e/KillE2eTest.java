package io.penstock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.launcher.client.RunView;
import io.penstock.launcher.client.StreamLedger;
import io.penstock.launcher.process.ChildProcess;
import io.penstock.launcher.stack.Enrolment;
import io.penstock.launcher.stack.Pause;
import io.penstock.launcher.stack.RunWatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;

/**
 * The first promise against {@code kill -9}: engines killed at random moments of one pull leave
 * nothing out, and cost no more than what a slice holds each time.
 */
class KillE2eTest {

    /** The gate kills a few engines; {@code -Dpenstock.kills=50} kills more in one pull. */
    private static final int KILLS = Integer.getInteger("penstock.kills", 4);

    private static final int HOSTS = 400;
    private static final int FINDINGS_PER_HOST = 40;

    /** A pull must last long enough to be killed so often. */
    private static final int PAGE_MILLIS = 80 * KILLS;

    private static final int START_SECONDS = 60;

    private static final String LARGEST_SLICE =
            """
            select max(distinct_count) from run_slice s join run r using (tenant_id, run_id)
            where r.run_uuid = ?
            """;

    @TempDir private Path folder;

    @Test
    void enginesKilledWithoutWarningLeaveNothingOutAndLittleTwice() throws SQLException {
        var seed = Long.getLong("penstock.kills.seed", new Random().nextLong());
        System.out.println("enginesKilledWithoutWarning: seed " + seed);
        var tenant =
                Chain.tenant(HOSTS, FINDINGS_PER_HOST, 23)
                        .with("page-delay", "" + PAGE_MILLIS)
                        .with("count-delay", "20");
        try (var chain = Chain.start(folder, tenant)) {
            smallPages(chain);
            var watch = chain.watch();
            var struck = kill(chain, watch, new Random(seed));
            assertThat(struck).as("engines killed before the pull was over").isEqualTo(KILLS);
            SourceRows.set(chain.simulator().address(), "page-delay", "0");
            assertUndisturbed(chain, chain.pull());
        }
    }

    private static void smallPages(Chain chain) {
        var draft = Enrolment.draft(chain.simulator().address(), chain.tenant().client());
        chain.session()
                .updateConnection(
                        chain.enrolment().connection().uuid(), draft.with("page-size", "200"));
    }

    private static int kill(Chain chain, RunWatch watch, Random random) {
        var struck = 0;
        for (int i = 0; i < KILLS; i++) {
            var engine = chain.startEngine(chain.settings());
            untilThereIsARun(engine, watch);
            var end = System.nanoTime() + (1_000 + random.nextInt(2_500)) * 1_000_000L;
            while (engine.running() && System.nanoTime() < end) {
                Pause.millis(5);
            }
            struck += killed(engine) ? 1 : 0;
        }
        assertThat(watch.run().map(RunView::ended)).hasValue(false);
        return struck;
    }

    /** On a busy machine a process takes seconds to start: all would be killed before they read. */
    private static void untilThereIsARun(ChildProcess engine, RunWatch watch) {
        var end = System.nanoTime() + START_SECONDS * 1_000_000_000L;
        while (watch.run().isEmpty() && engine.running() && System.nanoTime() < end) {
            Pause.millis(20);
        }
    }

    private static boolean killed(ChildProcess engine) {
        var running = engine.running();
        engine.kill();
        return running;
    }

    private static void assertUndisturbed(Chain chain, Chain.Pull last) throws SQLException {
        assertThat(last.exitCode()).as(last.output()).isZero();
        var run = last.run().orElseThrow();
        assertThat(run.good()).as(run.toString()).isTrue();
        var postgres = chain.platform().postgres();
        var connection = chain.enrolment().connection().uuid();
        var rejected = SourceRows.rejected(postgres, connection);
        var oracle = SourceRows.ofOracle(chain.simulator().address()).without(rejected);
        var inventory = SourceRows.ofInventory(postgres, connection).without(rejected);
        assertThat(oracle.notIn(inventory)).isEmpty();
        assertThat(inventory.notIn(oracle)).isEmpty();
        var twice =
                run.streams().stream()
                        .mapToLong((StreamLedger stream) -> stream.received() - stream.distinct())
                        .sum();
        var slice = largestSlice(chain, run);
        System.out.println(
                KILLS + " kills: " + twice + " records came twice, the largest slice has " + slice);
        assertThat(twice).isLessThanOrEqualTo(KILLS * slice);
    }

    private static long largestSlice(Chain chain, RunView run) throws SQLException {
        var postgres = chain.platform().postgres();
        try (var database =
                        DriverManager.getConnection(
                                postgres.url(), postgres.user(), postgres.password());
                var select = database.prepareStatement(LARGEST_SLICE)) {
            select.setObject(1, run.uuid());
            try (var result = select.executeQuery()) {
                assertThat(result.next()).isTrue();
                return result.getLong(1);
            }
        }
    }
}
