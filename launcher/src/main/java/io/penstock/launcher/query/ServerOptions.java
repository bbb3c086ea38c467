package io.penstock.launcher.query;

import io.penstock.launcher.client.PlatformClient;
import io.penstock.launcher.client.PlatformSession;
import io.penstock.launcher.demo.DemoCommand;
import io.penstock.launcher.demo.RunningDemo;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.net.URI;
import java.nio.file.Path;

/** Which platform is asked, and as whom. */
final class ServerOptions {

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Address of the platform (default ${DEFAULT-VALUE}).",
            defaultValue = "http://127.0.0.1:8480")
    String server = "";

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Who asks (default ${DEFAULT-VALUE}); a viewer is enough.",
            defaultValue = "admin")
    String user = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file with the password on its first line.")
    @Nullable Path passwordFile;

    @Option(
            names = "--plain-http",
            description = "Send the password without encryption to another machine.")
    boolean plainHttp;

    @Option(
            names = "--demo",
            description = "Ask the demo of this machine, at whatever port, as its own user.")
    boolean demo;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where that demo keeps its data (default .penstock/demo).")
    @Nullable Path data;

    private boolean ofDemo() {
        return demo || data != null;
    }

    URI address() {
        return ofDemo() ? runningDemo().address() : ServerAddress.of(server, plainHttp);
    }

    PlatformSession open(PlatformClient platform, WayIn wayIn) {
        return ofDemo()
                ? platform.signIn(runningDemo().operator())
                : wayIn.open(platform, user, passwordFile);
    }

    private RunningDemo runningDemo() {
        return RunningDemo.in(data == null ? DemoCommand.usualData() : data);
    }
}
