package io.penstock.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
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
                "--nonsense; Unknown option: '--nonsense'"
            })
    void saysInOneSentenceWhatIsWrong(String argument, String sentence) {
        String[] arguments =
                argument.startsWith("--vendor")
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
