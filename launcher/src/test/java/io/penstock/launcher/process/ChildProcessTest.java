package io.penstock.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class ChildProcessTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir private Path folder;

    @Test
    void findsItsMarkAndKeepsTheConfidentialLineOutOfTheLog() throws IOException {
        try (var child = start("secret", OutputMark.confidential("password", "password (\\w+)"))) {
            assertThat(child.await("password", LIMIT).group(1)).isEqualTo("hunter2");
            assertThat(child.awaitExit(LIMIT)).isZero();

            assertThat(Files.readString(child.spec().log()))
                    .contains("before", "after", "[password: not logged]")
                    .doesNotContain("hunter2");
            assertThat(child.lastLines()).doesNotContain("hunter2");
        }
    }

    @Test
    void saysHowAChildEndedThatWasNeeded() {
        try (var child = start("fail", OutputMark.open("ready", "never printed"))) {
            assertThatThrownBy(() -> child.await("ready", LIMIT))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("exit code 7")
                    .hasMessageContaining("something is wrong");
        }
    }

    @Test
    void stopsAChildThatWouldRunForEver() {
        var child = start("serve", OutputMark.open("ready", "ready"));
        child.await("ready", LIMIT);

        child.close();

        assertThat(child.running()).isFalse();
    }

    @Test
    void killsWithoutNotice() {
        var child = start("serve", OutputMark.open("ready", "ready"));
        child.await("ready", LIMIT);

        child.kill();

        assertThat(child.awaitExit(LIMIT)).isEqualTo(128 + 9);
    }

    @Test
    void theChildEndsWhenItsParentIsKilled() {
        var parent = start("parent", OutputMark.open("child", "grandchild (\\d+)"));
        var grandchild =
                ProcessHandle.of(Long.parseLong(parent.await("child", LIMIT).group(1)))
                        .orElseThrow();

        parent.kill();

        assertThat(grandchild.onExit().orTimeout(30, java.util.concurrent.TimeUnit.SECONDS))
                .succeedsWithin(LIMIT);
    }

    private ChildProcess start(String what, OutputMark mark) {
        return ChildProcess.start(
                new ChildSpec(
                        what,
                        command(what),
                        Map.of(),
                        folder.resolve(what + ".log"),
                        List.of(mark)));
    }

    /** The command line of a small program of ours, tethered to this process. */
    static List<String> command(String what) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx32m", "-cp", System.getProperty("java.class.path")));
        line.addAll(List.of(Tethered.class.getName(), SmallProgram.class.getName(), what));
        return line;
    }
}
