package io.penstock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;

class LauncherMainTest {

    private final StringWriter said = new StringWriter();

    @Test
    void anUnknownOptionGetsOneSentence() {
        assertThat(run("demo", "--host", "5")).isEqualTo(2);

        assertThat(said.toString().lines()).hasSize(1).allMatch(line -> line.contains("--host"));
    }

    @Test
    void aNumberThatIsNoneGetsOneSentence() {
        assertThat(run("demo", "--hosts", "many")).isEqualTo(2);

        assertThat(said.toString().lines()).hasSize(1).allMatch(line -> line.contains("many"));
    }

    @Test
    void anImpossiblePortGetsOneSentence() {
        assertThat(run("demo", "--port", "70000")).isEqualTo(1);

        assertThat(said.toString().strip())
                .isEqualTo("penstock: --port is 70000, allowed are 1 to 65535.");
    }

    @Test
    void aQueryWithWrongOptionsIsWrongUsage() {
        assertThat(run("query")).isEqualTo(2);
        assertThat(run("query", "", "--format", "xml")).isEqualTo(2);
        assertThat(run("query", "", "--limit", "0")).isEqualTo(2);
        assertThat(run("query", "", "--limit", "5", "--all")).isEqualTo(2);
        assertThat(run("query", "", "--columns", "cve")).isEqualTo(2);

        assertThat(said.toString().lines())
                .hasSize(5)
                .allMatch(line -> line.startsWith("penstock: "));
        assertThat(said.toString()).contains("There is no column 'cve'; there are id, assetId,");
    }

    @Test
    void aQueryToNowhereGetsOneSentence() {
        assertThat(run("query", "a", "--server", "http://penstock.example.org")).isEqualTo(1);
        assertThat(run("query", "a", "--data", "no such demo")).isEqualTo(1);

        assertThat(said.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("is not encrypted"),
                        line -> assertThat(line).contains("There is no demo in no such demo."));
    }

    private int run(String... arguments) {
        var line = LauncherMain.commandLine();
        line.setErr(new PrintWriter(said));
        return line.execute(arguments);
    }
}
