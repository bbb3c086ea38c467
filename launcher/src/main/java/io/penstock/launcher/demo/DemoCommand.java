package io.penstock.launcher.demo;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.stack.Installation;
import io.penstock.launcher.stack.Stack;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code penstock demo}. */
@Command(
        name = "demo",
        description = {
            "Starts platform, simulator and engine, brings the simulated tenant into the inventory",
            "and serves the console until Ctrl-C."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class DemoCommand implements Callable<Integer> {

    /** Set by {@code bin/penstock}: where the source tree is. */
    public static final String HOME_PROPERTY = "penstock.home";

    /** Set by {@code bin/penstock} when standard output is a terminal. */
    public static final String TERMINAL_PROPERTY = "penstock.terminal";

    private static final int PORT = 8480;

    @Spec private CommandSpec command = CommandSpec.create();
    @Mixin private final DemoOptions options = new DemoOptions();

    @Override
    public Integer call() {
        options.check();
        var home = home();
        var asked = options.data;
        var data = asked == null ? usualData() : asked;
        var screen =
                new Screen(command.commandLine().getOut(), Boolean.getBoolean(TERMINAL_PROPERTY));
        var port = port();
        try (var stack = new Stack(Installation.at(home), data)) {
            var good = new Demo(stack, screen, data.toAbsolutePath()).run(options, port);
            if (!options.once) {
                screen.say("Ctrl-C ends the demo; the data stays.");
                stack.awaitEnd();
            }
            return good ? 0 : 1;
        }
    }

    private static Path home() {
        return Path.of(System.getProperty(HOME_PROPERTY, "."));
    }

    /** Where the demo keeps its data unless it is told otherwise. */
    public static Path usualData() {
        return home().resolve(".penstock").resolve("demo");
    }

    private int port() {
        var asked = options.port;
        if (asked == null) {
            return free(PORT) ? PORT : Stack.freePort();
        }
        if (!free(asked)) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "PORT_TAKEN",
                    "Port " + asked + " is taken by another program.",
                    "Choose another one with --port.");
        }
        return asked;
    }

    private static boolean free(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            // Taken: that is the answer.
            return false;
        }
    }
}
