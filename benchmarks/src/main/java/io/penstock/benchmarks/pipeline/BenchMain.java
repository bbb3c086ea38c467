package io.penstock.benchmarks.pipeline;

import io.penstock.benchmarks.reading.ReadingBench;
import io.penstock.benchmarks.search.SearchBench;
import io.penstock.core.fault.FaultException;
import io.penstock.launcher.demo.DemoCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** {@code penstock bench}. */
@Command(
        name = "bench",
        description = {
            "Measures the whole chain on this machine: findings per second end to end, a bare COPY",
            "of the same rows, their ratio, the memory of each process, an unchanged second pull."
        },
        subcommands = {ReadingBench.class, SearchBench.class},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BenchMain implements Callable<Integer> {

    @Spec private CommandSpec command = CommandSpec.create();
    @Mixin private final BenchOptions options = new BenchOptions();

    /** Runs the program. */
    public static void main(String[] arguments) {
        var line = new CommandLine(new BenchMain());
        line.setParameterExceptionHandler((fault, _) -> {
            fault.getCommandLine().getErr().println("penstock: " + fault.getMessage());
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((fault, failed, _) -> {
            if (fault instanceof FaultException expected) {
                failed.getErr().println("penstock: " + expected.fault().sentence());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw fault;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() {
        options.check();
        var home = Path.of(System.getProperty(DemoCommand.HOME_PROPERTY, "."));
        var asked = options.data;
        var data = asked == null ? home.resolve(".penstock").resolve("bench") : asked;
        var report = new Report(command.commandLine().getOut());
        var good = new Bench(home, data, InstantSource.system(), report).run(options);
        return good ? 0 : 1;
    }
}
