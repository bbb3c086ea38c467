package io.penstock.launcher;

import io.penstock.core.fault.FaultException;
import io.penstock.launcher.demo.DemoCommand;
import io.penstock.launcher.query.QueryCommand;
import io.penstock.launcher.query.TerminalText;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintWriter;

/**
 * The launcher as a program. A fault is answered with one sentence and exit code 1, a wrong option
 * with one sentence and exit code 2.
 */
@Command(
        name = "penstock",
        description = "Starts Penstock.",
        mixinStandardHelpOptions = true,
        subcommands = {DemoCommand.class, EngineCommand.class, QueryCommand.class})
public final class LauncherMain {

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new LauncherMain());
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((fault, _) -> {
            say(fault.getCommandLine().getErr(), String.valueOf(fault.getMessage()));
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((fault, failed, _) -> {
            if (fault instanceof FaultException expected) {
                say(failed.getErr(), expected.fault().sentence());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw fault;
        });
        return line;
    }

    private static void say(PrintWriter err, String sentence) {
        // A sentence may quote what another machine said.
        err.println("penstock: " + TerminalText.line(sentence));
        err.flush();
    }
}
