package io.penstock.browser;

import io.penstock.launcher.client.ConnectionIds;
import io.penstock.launcher.client.Credentials;
import io.penstock.launcher.client.PlatformSession;
import io.penstock.launcher.client.RunView;
import io.penstock.launcher.stack.EngineSettings;
import io.penstock.launcher.stack.Installation;
import io.penstock.launcher.stack.Platform;
import io.penstock.launcher.stack.PostgresFiles;
import io.penstock.launcher.stack.RunWatch;
import io.penstock.launcher.stack.Stack;
import io.penstock.testkit.SharedPrograms;
import io.penstock.testkit.SourceTree;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An installation as a customer has it: a platform with its PostgreSQL, a vendor, engines, users of
 * each role, and a connection whose first run is complete.
 */
final class Site implements AutoCloseable {

    static final String CONNECTION = "Simulated Falcon";
    static final int HOSTS = 60;

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int IMAGE_BYTES = 100_000;

    private final Stack stack;
    private final Platform platform;
    private final Path image;
    private final Credentials admin;
    private final Credentials viewer;
    private final Credentials engine;
    private final Source source;
    private final ConnectionIds connection;

    private Site(Stack stack, Path image) {
        this.stack = stack;
        this.image = image;
        SharedPrograms.lendTo(stack.platformData());
        this.platform = stack.startPlatform(0, "--penstock.engine-image=" + image);
        this.admin = platform.awaitFirstPassword();
        var session = session();
        this.viewer = session.createUser("vera", "VIEWER");
        this.engine = session.createUser("engine-1", "ENGINE");
        this.source = Source.start(stack, HOSTS, 7);
        this.connection =
                session.createConnection(
                        source.draft(CONNECTION, "A simulated CrowdStrike tenant"));
    }

    /** Starts everything and makes the first run. */
    static Site start(Path data) throws IOException {
        // These processes live for a minute: not worth the best machine code.
        var installation = Installation.at(SourceTree.root()).with("-XX:TieredStopAtLevel=1");
        var stack = new Stack(installation, data);
        try {
            var image = data.toAbsolutePath().resolve("engine.tar.gz");
            Files.createDirectories(data);
            Files.write(image, new byte[IMAGE_BYTES]);
            var site = new Site(stack, image);
            site.pull(site.connection);
            return site;
        } catch (RuntimeException | IOException e) {
            stack.close();
            throw e;
        }
    }

    URI address() {
        return platform.address();
    }

    PostgresFiles postgres() {
        return platform.postgres();
    }

    Credentials admin() {
        return admin;
    }

    Credentials viewer() {
        return viewer;
    }

    Credentials engine() {
        return engine;
    }

    Source source() {
        return source;
    }

    ConnectionIds connection() {
        return connection;
    }

    /** What the platform hands out as the engine's image. */
    Path image() {
        return image;
    }

    PlatformSession session() {
        return platform.client().signIn(admin);
    }

    Rest rest() {
        return Rest.signedIn(platform.address(), admin);
    }

    /** One more vendor with a tenant of its own. */
    Source newSource(int hosts, long seed) {
        return Source.start(stack, hosts, seed);
    }

    /** Lets an engine read the connection once, to the end of its run. */
    RunView pull(ConnectionIds ids, String... arguments) {
        return pull(ids, EngineSettings.of(platform.address(), ids, engine), arguments);
    }

    RunView pull(ConnectionIds ids, EngineSettings settings, String... arguments) {
        var session = session();
        var watch = RunWatch.before(session, ids.uuid());
        var process = stack.startEngine(settings, arguments);
        var run = watch.follow(process, LIMIT, _ -> {}).orElseThrow();
        if (process.awaitExit(LIMIT) != 0) {
            throw new IllegalStateException(process.lastLines());
        }
        return RunWatch.awaitEnd(session, run.uuid(), LIMIT);
    }

    @Override
    public void close() {
        stack.close();
    }
}
