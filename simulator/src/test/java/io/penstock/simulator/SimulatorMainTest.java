package io.penstock.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class SimulatorMainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsTheOracleAndEnds() {
        int code = run("--oracle", "--hosts", "12");

        assertThat(code).isZero();
        assertThat(out).hasToString("hosts.total=12\nnow=2026-11-01T00:00:00Z\n");
        assertThat(err).asString().isEmpty();
    }

    @Test
    void takesSwitchesFromAFileAndLetsOptionsWin(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("switches");
        Files.writeString(file, "# of this test\necho = maybe\n");

        assertThat(run("--oracle", "--config=" + file, "--option=echo=no")).isZero();
        assertThat(run("--oracle", "--config=" + file)).isEqualTo(2);
        assertThat(err)
                .asString()
                .isEqualToNormalizingNewlines(
                        "simulator: The option echo is \"maybe\", allowed are yes, no.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--vendor=acme; No simulation is called \"acme\", found are [echo].",
                "--port=70000; --port is 70000, allowed are 0 to 65535.",
                "--hosts=-1; hosts is -1, allowed are 0 to 10000000",
                "--hosts=many; Invalid value for option '--hosts': 'many' is not an int",
                "--option=broken=1; The option \"broken\" is not known, there are [echo].",
                "--client-secret-file=nowhere; The secret file nowhere cannot be read.",
                "--seed=1; The client's secret is missing: set PENSTOCK_SIMULATOR_SECRET or"
                        + " --client-secret-file.",
                "--config=nowhere; The config file nowhere cannot be read: there is no such text"
                        + " file.",
                "--conformance; --conformance needs a client to try: --client COMMAND.",
                "--nonsense; Unknown option: '--nonsense'"
            })
    void saysInOneSentenceWhatIsWrong(String argument, String sentence) {
        String[] arguments =
                argument.startsWith("--vendor")
                                || argument.contains("config")
                                || argument.contains("hosts")
                                || argument.contains("broken")
                        ? new String[] {"--oracle", argument}
                        : new String[] {argument};

        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err).asString().isEqualToNormalizingNewlines("simulator: " + sentence + "\n");
        assertThat(out).asString().isEmpty();
    }

    private int run(String... arguments) {
        CommandLine line = SimulatorMain.commandLine(Map.of());
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
