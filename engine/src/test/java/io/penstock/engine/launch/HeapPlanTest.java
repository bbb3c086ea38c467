package io.penstock.engine.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class HeapPlanTest {

    private static final long MEGA = 1024L * 1024;

    @TempDir private Path root;

    @ParameterizedTest
    @CsvSource({"150, 64", "256, 128", "512, 384", "700, 512", "1000, 700", "8000, 5600"})
    void takesSeventyPercentAndAtLeastHalfAGigabyteWhereThatFits(long limit, long heap) {
        assertThat(HeapPlan.of(Map.of(), limit * MEGA).options())
                .containsExactly("-Xmx" + heap + "m");
    }

    @Test
    void takesWhatIsAskedFor() {
        var asked = Map.of("HEAPSIZEMAX", " '2G' ", "HEAPSIZEMIN", "1000M");
        var plan = HeapPlan.of(asked, 8_000 * MEGA);
        assertThat(plan.options()).containsExactly("-Xmx2048m", "-Xms1000m");
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void cutsAndWarnsAboutWhatTheContainerCannotGive() {
        var plan =
                HeapPlan.of(Map.of("HEAPSIZEMAX", "13000M", "HEAPSIZEMIN", "9000M"), 8_000 * MEGA);
        assertThat(plan.options()).containsExactly("-Xmx7872m", "-Xms7872m");
        assertThat(plan.warnings())
                .containsExactly(
                        "The setting HEAPSIZEMAX is 13000M, but the container has 8000M in all;"
                                + " the engine uses 7872M.",
                        "The setting HEAPSIZEMIN is 9000M, but the container has 8000M in all;"
                                + " the engine uses 7872M.");
    }

    @Test
    void leavesAValueOfWrongFormToTheEngine() {
        assertThat(HeapPlan.of(Map.of("HEAPSIZEMAX", "much"), 1_000 * MEGA).options())
                .containsExactly("-Xmx700m");
    }

    @Test
    void readsTheLimitOfEitherKindOfControlGroup() throws IOException {
        write("proc/meminfo", "MemTotal:       16000 kB\nMemFree: 1 kB\n");
        assertThat(ContainerMemory.bytes(root)).isEqualTo(16_000 * 1024);
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        assertThat(ContainerMemory.bytes(root)).isEqualTo(16_000 * 1024);
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "8192000\n");
        assertThat(ContainerMemory.bytes(root)).isEqualTo(8_192_000);
        write("sys/fs/cgroup/memory.max", "max\n");
        assertThat(ContainerMemory.bytes(root)).isEqualTo(8_192_000);
        write("sys/fs/cgroup/memory.max", "4096000\n");
        assertThat(ContainerMemory.bytes(root)).isEqualTo(4_096_000);
    }

    private void write(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(root.resolve(name.substring(0, name.lastIndexOf('/'))));
        Files.writeString(file, text);
    }

    @Test
    void becomesTheEngineWithoutAShell() {
        var properties =
                Map.<Object, Object>of(
                        "java.home", "/jre", "penstock.engine.options", "-XX:+UseSerialGC -cp a:b");
        var heap = new HeapPlan(List.of("-Xmx64m"), List.of());
        assertThat(LaunchMain.command(heap, properties, List.of("run", "--full")))
                .containsExactly(
                        "/jre/bin/java",
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        "a:b",
                        "io.penstock.engine.EngineMain",
                        "run",
                        "--full");
    }
}
