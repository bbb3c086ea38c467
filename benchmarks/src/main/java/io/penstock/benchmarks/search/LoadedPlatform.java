package io.penstock.benchmarks.search;

import io.penstock.benchmarks.ProcessMemory;
import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.stack.ApiClient;
import io.penstock.launcher.stack.Enrolment;
import io.penstock.launcher.stack.Installation;
import io.penstock.launcher.stack.Platform;
import io.penstock.launcher.stack.PostgresFiles;
import io.penstock.launcher.stack.RunWatch;
import io.penstock.launcher.stack.SimulatedTenant;
import io.penstock.launcher.stack.Stack;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A platform that has pulled a tenant and was started anew, so that its memory is that of asking
 * and not of loading.
 */
final class LoadedPlatform implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofHours(3);

    private final Stack stack;
    private final Platform platform;
    private final Enrolment enrolment;

    private LoadedPlatform(Stack stack, Platform platform, Enrolment enrolment) {
        this.stack = stack;
        this.platform = platform;
        this.enrolment = enrolment;
    }

    /**
     * @param findings about; hosts without a sensor have none
     */
    record Tenant(int hosts, int findings, long seed) {

        SimulatedTenant simulated(ApiClient client) {
            var perHost = Math.ceilDiv(findings, hosts);
            return new SimulatedTenant(hosts, seed, perHost, client, Map.of());
        }
    }

    /**
     * @param folder an empty one, for everything that runs
     */
    static LoadedPlatform load(Path home, Path folder, Tenant tenant) {
        var client = ApiClient.random(new SecureRandom());
        Enrolment enrolment;
        try (var loading = new Stack(Installation.at(home), folder)) {
            var simulator = loading.startSimulator(tenant.simulated(client), 0);
            var platform = loading.startPlatform(0);
            enrolment =
                    Enrolment.make(
                            platform.client(),
                            platform.awaitFirstPassword(),
                            simulator.address(),
                            client);
            pull(loading, platform, enrolment);
            vacuum(platform.postgres());
        }
        var stack = new Stack(Installation.at(home), folder);
        return new LoadedPlatform(stack, stack.startPlatform(0), enrolment);
    }

    Asker asker() {
        return new Asker(platform.address(), enrolment.operator());
    }

    Visitor visitor() {
        return new Visitor(platform.address(), enrolment.operator());
    }

    /** Bytes: the kernel's high-water mark of the platform's process. */
    long peak() {
        return ProcessMemory.peak(platform.process().pid());
    }

    @Override
    public void close() {
        stack.close();
    }

    private static void pull(Stack stack, Platform platform, Enrolment enrolment) {
        var session = platform.client().signIn(enrolment.operator());
        var watch = RunWatch.before(session, enrolment.connection().uuid());
        var engine = stack.startEngine(enrolment.engineSettings(platform.address()));
        var good = watch.follow(engine, LIMIT, _ -> {}).filter(run -> run.good()).isPresent();
        if (!good) {
            throw new FaultException(
                    FaultKind.UNAVAILABLE,
                    "BENCH_NO_RUN",
                    "The tenant was not loaded completely: " + engine.lastLines(),
                    "");
        }
    }

    /** What the database does by itself some minutes after a load. */
    private static void vacuum(PostgresFiles files) {
        try (var connection =
                        DriverManager.getConnection(files.url(), files.user(), files.password());
                var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        } catch (SQLException e) {
            throw new FaultException(
                    Fault.of(FaultKind.UNAVAILABLE, "BENCH_DATABASE", "No vacuum was possible."),
                    e);
        }
    }
}
