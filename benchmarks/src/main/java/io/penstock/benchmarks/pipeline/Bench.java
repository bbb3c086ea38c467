package io.penstock.benchmarks.pipeline;

import io.penstock.benchmarks.RoundFolder;
import io.penstock.benchmarks.pipeline.Measurement.Written;
import io.penstock.launcher.stack.ApiClient;
import io.penstock.launcher.stack.Enrolment;
import io.penstock.launcher.stack.Installation;
import io.penstock.launcher.stack.SimulatedTenant;
import io.penstock.launcher.stack.Stack;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures, each round on fresh data. */
final class Bench {

    private static final int LARGER = 5;

    private final Path home;
    private final Path data;
    private final InstantSource clock;
    private final Report report;

    Bench(Path home, Path data, InstantSource clock, Report report) {
        this.home = home;
        this.data = data.toAbsolutePath();
        this.clock = clock;
        this.report = report;
    }

    /** True when every run was complete and balanced; speed is no matter here. */
    boolean run(BenchOptions options) {
        var sizes = new Sizes(options.hosts, options.findings, options.seed);
        var rounds = rounds(sizes, options.repeat);
        report.summary(rounds);
        if (!options.fiveTimes) {
            return rounds.stream().allMatch(Measurement::good);
        }
        var larger = rounds(sizes.times(LARGER), 1);
        report.growth(rounds.getLast().memory(), larger.getLast().memory());
        rounds.addAll(larger);
        return rounds.stream().allMatch(Measurement::good);
    }

    private List<Measurement> rounds(Sizes sizes, int count) {
        var rounds = new ArrayList<Measurement>();
        for (int i = 0; i < count; i++) {
            try (var folder = RoundFolder.in(data);
                    var stack = new Stack(Installation.at(home), folder.path())) {
                rounds.add(round(stack, folder.path(), sizes));
            }
        }
        return rounds;
    }

    private Measurement round(Stack stack, Path folder, Sizes sizes) {
        var client = ApiClient.random(new SecureRandom());
        var perHost = Math.ceilDiv(sizes.findings(), sizes.hosts());
        var tenant = new SimulatedTenant(sizes.hosts(), sizes.seed(), perHost, client, Map.of());
        var simulator = stack.startSimulator(tenant, 0);
        var platform = stack.startPlatform(0);
        var enrolment =
                Enrolment.make(
                        platform.client(),
                        platform.awaitFirstPassword(),
                        simulator.address(),
                        client);
        try (var processes = new ProcessWatch(platform.postgres().pid());
                var database = Database.open(platform.postgres())) {
            processes.watch("platform", platform.process().pid());
            processes.watch("simulator", simulator.process().pid());
            report.machine(database.version(), sizes);
            var puller = new Puller(stack, platform, enrolment, processes, clock);
            var vendor = new VendorReader(simulator.address(), client);
            var alone = vendor.findingsPerSecond();
            var measurement =
                    measure(
                            puller,
                            database,
                            folder,
                            alone,
                            new TenantClock(simulator.address()),
                            processes);
            report.round(measurement);
            return measurement;
        }
    }

    private static Measurement measure(
            Puller puller,
            Database database,
            Path folder,
            double alone,
            TenantClock tenant,
            ProcessWatch processes) {
        var first = puller.pull(database);
        var copy = database.bareCopy(folder.resolve("findings.copy"));
        var transaction = database.nextTransaction();
        var wal = database.walBytes();
        var second = puller.pull(database);
        var reread = puller.pull(database, "run", "--full");
        var wrote = new Written(database.writtenSince(transaction), database.walBytes() - wal);
        tenant.aDay();
        var moved = database.nextTransaction();
        var changed = puller.pull(database, "run", "--full");
        var touched = database.writtenSince(moved);
        var peaks =
                new Memory(
                        processes.peak("platform"),
                        processes.peak("engine"),
                        processes.peak("simulator"),
                        processes.postgresPeak());
        return new Measurement(
                alone,
                first,
                copy,
                second,
                reread,
                wrote,
                changed,
                touched,
                peaks,
                puller.allGood());
    }
}
