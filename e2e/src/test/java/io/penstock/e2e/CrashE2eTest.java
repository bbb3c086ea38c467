package io.penstock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.launcher.client.RunView;
import io.penstock.launcher.client.StreamLedger;
import io.penstock.launcher.process.ChildProcess;
import io.penstock.launcher.stack.Pause;
import io.penstock.launcher.stack.RunWatch;
import io.penstock.wire.Receipt;
import io.penstock.wire.WireJson;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The first promise: after any crash, restart or repeated delivery the inventory equals that of an
 * undisturbed run.
 */
class CrashE2eTest {

    private static final int HOSTS = 200;
    private static final int FINDINGS_PER_HOST = 80;
    private static final long TENANT_SEED = 11;
    private static final int KILLS = 4;
    private static final int REQUESTS_OF_A_RUN = 24;

    @TempDir private static Path reference;
    private static InventoryDump undisturbed = new InventoryDump(Map.of());

    @TempDir private Path folder;

    @BeforeAll
    static void pullWithoutDisturbance() {
        try (var chain = chain(reference)) {
            assertGood(chain.pull());
            undisturbed = chain.dump();
        }
        assertThat(undisturbed.size("asset")).isGreaterThanOrEqualTo(HOSTS);
        assertThat(undisturbed.size("finding")).isGreaterThan(HOSTS * FINDINGS_PER_HOST / 2);
    }

    @Test
    void aPageDeliveredTwiceIsStoredOnce() throws IOException {
        try (var chain = chain(folder);
                var proxy =
                        FaultProxy.before(
                                chain.platform().address(),
                                (method, path) ->
                                        isPage(method, path) ? Passage.TWICE : Passage.PASS,
                                () -> {})) {

            assertGood(chain.pull(chain.enrolment().engineSettings(proxy.address())));

            assertThat(proxy.secondAnswers())
                    .hasSizeGreaterThan(3)
                    .allMatch(CrashE2eTest::saysRepeated);
            assertUndisturbed(chain);
        }
    }

    @Test
    void anEngineKilledBetweenDeliveryAndReceiptLosesAndDoublesNothing() throws IOException {
        var engine = new AtomicReference<ChildProcess>();
        var pages = new AtomicInteger();
        try (var chain = chain(folder);
                var proxy =
                        FaultProxy.before(
                                chain.platform().address(),
                                (method, path) ->
                                        isPage(method, path) && pages.incrementAndGet() == 3
                                                ? Passage.SWALLOW_ANSWER
                                                : Passage.PASS,
                                () -> engine.get().kill())) {
            var settings = chain.enrolment().engineSettings(proxy.address());
            var watch = chain.watch();
            engine.set(chain.startEngine(settings));

            assertThat(engine.get().awaitExit(Chain.LIMIT)).isNotZero();
            var killed = watch.run().map(RunView::uuid);
            var next = chain.pull(settings);

            assertThat(next.run().map(RunView::uuid))
                    .as("the next engine goes on")
                    .isEqualTo(killed);
            assertGood(next);
            assertUndisturbed(chain);
        }
    }

    @Test
    void enginesKilledAtAnyMomentLoseAndDoubleNothing() throws IOException {
        var seed = new Random().nextLong();
        System.out.println("enginesKilledAtAnyMoment: seed " + seed);
        var random = new Random(seed);
        var engine = new AtomicReference<ChildProcess>();
        var left = new AtomicInteger(Integer.MAX_VALUE);
        try (var chain = chain(folder);
                var proxy =
                        FaultProxy.before(
                                chain.platform().address(),
                                (_, _) -> fatal(left, random.nextBoolean()),
                                () -> engine.get().kill())) {
            var settings = chain.enrolment().engineSettings(proxy.address());
            for (int i = 0; i < KILLS; i++) {
                engine.set(chain.startEngine(settings));
                left.set(random.nextInt(REQUESTS_OF_A_RUN));
                engine.get().awaitExit(Chain.LIMIT);
            }
            left.set(Integer.MAX_VALUE);

            // When an engine lived to the end of the run, the last pull is a delta of nothing.
            assertComplete(chain.pull(settings));
            assertUndisturbed(chain);
        }
    }

    @Test
    void aPlatformKilledInTheMiddleOfATransformationGoesOnWhereItWas() throws SQLException {
        try (var chain = chain(folder)) {
            var watch = chain.watch();
            var postgres = chain.platform().postgres();
            try (var blocker =
                    DriverManager.getConnection(
                            postgres.url(), postgres.user(), postgres.password())) {
                // Stops the transformation inside its transaction, with its page leased.
                blocker.setAutoCommit(false);
                execute(blocker, "lock table finding in exclusive mode");
                var engine = chain.startEngine(chain.settings());
                assertThat(engine.awaitExit(Chain.LIMIT)).isZero();
                awaitBlocked(blocker);
                chain.platform().kill();
            }
            var run = watchedRun(chain, watch);

            assertThat(run.good()).as(run.toString()).isTrue();
            assertUndisturbed(chain);
        }
    }

    private static RunView watchedRun(Chain chain, RunWatch watch) {
        chain.restartPlatform();
        var run = chain.runSince(watch).orElseThrow();
        return RunWatch.awaitEnd(chain.session(), run.uuid(), Chain.LIMIT);
    }

    private static Chain chain(Path data) {
        return Chain.start(data, Chain.tenant(HOSTS, FINDINGS_PER_HOST, TENANT_SEED));
    }

    private static boolean isPage(String method, String path) {
        return method.equals("PUT") && path.contains("/pages/");
    }

    private static boolean saysRepeated(String answer) {
        return WireJson.read(answer.getBytes(StandardCharsets.UTF_8), Receipt.class).repeated();
    }

    private static Passage fatal(AtomicInteger left, boolean early) {
        if (left.getAndDecrement() != 0) {
            return Passage.PASS;
        }
        return early ? Passage.SWALLOW_REQUEST : Passage.SWALLOW_ANSWER;
    }

    private static void assertGood(Chain.Pull pull) {
        var run = assertComplete(pull);
        assertThat(run.streams().stream().mapToLong(StreamLedger::received).sum()).isPositive();
    }

    private static RunView assertComplete(Chain.Pull pull) {
        assertThat(pull.exitCode()).as(pull.output()).isZero();
        assertThat(pull.run()).isPresent();
        var run = pull.run().orElseThrow();
        assertThat(run.streams())
                .isNotEmpty()
                .allSatisfy(
                        stream -> assertThat(stream.imbalances()).as(stream.stream()).isEmpty());
        assertThat(run.good()).as(run.toString()).isTrue();
        return run;
    }

    private static void assertUndisturbed(Chain chain) {
        var dump = chain.dump();
        if (!dump.hash().equals(undisturbed.hash())) {
            assertThat(dump.differences(undisturbed)).isEmpty();
        }
        assertThat(dump.hash()).isEqualTo(undisturbed.hash());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void awaitBlocked(Connection connection) throws SQLException {
        var end = System.nanoTime() + Chain.LIMIT.toNanos();
        while (System.nanoTime() < end) {
            try (var statement = connection.createStatement();
                    var row =
                            statement.executeQuery(
                                    """
                                    select count(*) from pg_locks
                                    where not granted and relation = 'finding'::regclass
                                    """)) {
                row.next();
                if (row.getInt(1) > 0) {
                    return;
                }
            }
            Pause.millis(20);
        }
        throw new AssertionError("no transformation came to the locked table");
    }
}
