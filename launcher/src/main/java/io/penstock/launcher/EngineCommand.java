package io.penstock.launcher;

import io.penstock.launcher.demo.DemoCommand;
import io.penstock.launcher.stack.Installation;
import io.penstock.launcher.stack.SettingsFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * {@code penstock engine FILE [COMMAND]}. The env keys have dots, which no shell variable can have,
 * and hold a password, which must not stand on a command line: so the engine gets them from here.
 */
@Command(
        name = "engine",
        description = {
            "Reads one connection, or tests it: FILE check. The exit code is the engine's.",
            "FILE run --full reads everything, FILE --help lists what else the engine can do."
        },
        mixinStandardHelpOptions = true)
final class EngineCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The env keys, one key=value a line.")
    private Path file = Path.of("");

    @Unmatched private List<String> engineArguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var home = Path.of(System.getProperty(DemoCommand.HOME_PROPERTY, "."));
        var builder = new ProcessBuilder(Installation.at(home).engine(engineArguments));
        builder.environment().putAll(new SettingsFile(file).read());
        // The pipe to standard input is the tether; what the engine says goes straight out.
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return builder.start().waitFor();
    }
}
