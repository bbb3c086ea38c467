package io.penstock.e2e;

import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.enrol.EngineKeys;
import io.penstock.engine.retry.RetryLimits;
import io.penstock.engine.run.Engine;
import io.penstock.engine.run.Sources;
import io.penstock.launcher.client.ConnectionDraft;
import io.penstock.launcher.client.ConnectionIds;
import io.penstock.launcher.client.Credentials;
import io.penstock.launcher.client.PlatformSession;
import io.penstock.launcher.client.RunView;
import io.penstock.launcher.stack.EngineSettings;
import io.penstock.launcher.stack.Platform;
import io.penstock.launcher.stack.RunWatch;
import io.penstock.launcher.stack.Stack;
import io.penstock.testkit.SharedPrograms;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** One real platform, and engines in this process that pull faulty tenants into it. */
final class FaultField implements AutoCloseable {

    /** Patient enough for a few faults in a row, and not longer: each trial waits for them. */
    private static final RetryLimits LIMITS =
            new RetryLimits(
                    Duration.ofMillis(20),
                    Duration.ofMillis(500),
                    8,
                    Duration.ofSeconds(40),
                    Duration.ofSeconds(20));

    private static final int HOSTS = 220;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Stack stack;
    private final Platform platform;
    private final PlatformSession operator;
    private final Credentials engine;

    private FaultField(Stack stack) {
        this.stack = stack;
        SharedPrograms.lendTo(stack.platformData());
        this.platform = stack.startPlatform(0, "--penstock.intake.lease=2s");
        this.operator = platform.client().signIn(platform.awaitFirstPassword());
        this.engine = operator.createUser("engine", "ENGINE");
    }

    static FaultField start(Path data) {
        var stack = new Stack(Chain.installation(), data);
        try {
            return new FaultField(stack);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /**
     * How a mix went.
     *
     * @param state how the run under the faults ended; empty when there was none
     * @param wrongs what must not be, in sentences; empty when the mix was survived
     */
    record Trial(FaultMix mix, String state, List<String> wrongs) {

        boolean survived() {
            return wrongs.isEmpty();
        }
    }

    /** Pulls under faults and judges, then pulls without them and judges again. */
    Trial trial(FaultMix mix, long seed) {
        try (var tenant = FaultyTenant.start(mix, HOSTS, seed)) {
            var connection = operator.createConnection(draft(tenant, mix, seed));
            var wrongs = new ArrayList<String>();
            var run = pull(connection, false);
            judge(tenant, connection, run, wrongs);
            tenant.heal();
            tenant.awaitPresent();
            judgeHealed(tenant, connection, wrongs);
            return new Trial(mix, run.map(RunView::state).orElse(""), wrongs);
        }
    }

    private static ConnectionDraft draft(FaultyTenant tenant, FaultMix mix, long seed) {
        return new ConnectionDraft(
                "Mix " + seed + " " + Integer.toHexString(mix.hashCode()),
                mix.toString(),
                "crowdstrike-onprem",
                Map.of(
                        "url", tenant.address().toString(),
                        "client-id", tenant.client().id(),
                        "client-secret", tenant.client().secret(),
                        "page-size", "150"));
    }

    /**
     * Equal to the oracle, or said to be incomplete; and nothing closed that the vendor has open.
     */
    private void judge(
            FaultyTenant tenant,
            ConnectionIds connection,
            Optional<RunView> run,
            List<String> wrongs) {
        var oracle = tenant.findings();
        var inventory = SourceRows.ofInventory(platform.postgres(), connection.uuid());
        if (!tenant.moves()) {
            inventory
                    .closedButOpenIn(oracle)
                    .forEach(id -> wrongs.add("closed though open: " + id));
        }
        if (run.isEmpty() || !run.get().complete()) {
            run.filter(ended -> ended.message().isBlank())
                    .ifPresent(ended -> wrongs.add(ended.state() + " without a reason"));
            return;
        }
        if (!tenant.moves()) {
            compare("", tenant, connection, wrongs);
        }
    }

    private void judgeHealed(FaultyTenant tenant, ConnectionIds connection, List<String> wrongs) {
        var run = pull(connection, true);
        if (run.isEmpty() || !run.get().complete()) {
            wrongs.add("does not recover: " + run.map(RunView::toString).orElse("no run"));
            return;
        }
        compare("after healing ", tenant, connection, wrongs);
    }

    private void compare(
            String when, FaultyTenant tenant, ConnectionIds connection, List<String> wrongs) {
        var postgres = platform.postgres();
        var rejected = SourceRows.rejected(postgres, connection.uuid());
        var oracle = tenant.findings().without(rejected);
        var inventory = SourceRows.ofInventory(postgres, connection.uuid()).without(rejected);
        oracle.notIn(inventory).forEach(row -> wrongs.add(when + "missing or old: " + row));
        // What the vendor took away while we read stays until a rule for absence closes it.
        var known = tenant.moves() ? inventory.amongst(oracle) : inventory;
        known.notIn(oracle).forEach(row -> wrongs.add(when + "too much or wrong: " + row));
        var hosts = new TreeSet<>(tenant.hosts());
        hosts.removeAll(SourceRows.hosts(postgres, connection.uuid()));
        hosts.removeAll(rejected);
        hosts.stream().limit(3).forEach(host -> wrongs.add(when + "host missing: " + host));
    }

    private Optional<RunView> pull(ConnectionIds connection, boolean full) {
        var keys =
                EngineSettings.of(platform.address(), connection, engine)
                        .with("service.child-thread-pool", "6")
                        .keys();
        var watch = RunWatch.before(operator, connection.uuid());
        var own = new EngineKeys(EngineConfig.read(keys), _ -> {});
        var worker = new Engine(own, Sources.onClassPath(), LIMITS, InstantSource.system());
        worker.work(full);
        return watch.run().map(run -> RunWatch.awaitEnd(operator, run.uuid(), LIMIT));
    }

    @Override
    public void close() {
        stack.close();
    }
}
