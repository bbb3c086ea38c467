package io.penstock.engine.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.config.RequiredSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class HeapPlanTest {

    private static final long MEGA = 1024L * 1024;

    private static final String LAUNCH = "io.penstock.engine.launch.LaunchMain";

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

    @ParameterizedTest
    @ValueSource(strings = {"much", "13000", "31M", "0", "'256M", "\"256M'"})
    void leavesAValueThatIsWrongOrTooSmallToTheEngine(String value) {
        var environment = Map.of("HEAPSIZEMAX", value, "HEAPSIZEMIN", value);
        assertThat(HeapPlan.of(environment, 1_000 * MEGA).options()).containsExactly("-Xmx700m");
        assertThatThrownBy(() -> EngineConfig.read(with(environment)))
                .hasMessageContaining("HEAPSIZEMAX is '" + value + "'")
                .hasMessageContaining("no size of at least 32M");
    }

    @ParameterizedTest
    @CsvSource({"HEAPSIZEMAX, 256M", "**HEAPSIZEMAX, 256M**", "** HEAPSIZEMAX, ' \"256M\" '"})
    void readsWhatTheEngineReads(String name, String value) {
        var environment = Map.of(name, value, "HEAPSIZEMIN", "32M");
        assertThat(HeapPlan.of(environment, 1_000 * MEGA).options())
                .containsExactly("-Xmx256m", "-Xms32m");
        assertThat(EngineConfig.read(with(environment))).isNotNull();
    }

    private static Map<String, String> with(Map<String, String> more) {
        var values = RequiredSettings.environment();
        values.putAll(more);
        return values;
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

    @ParameterizedTest
    @CsvSource({
        "256, 119, true",
        "256, 100, false",
        "256, 129, false",
        "512, 346, true",
        "1000, 676, true",
        "8000, 5400, true",
        "200, 93, false",
        "8000, 119, false"
    })
    void keepsAHeapThatIsTheStandardOneOrLittleLess(long limit, long heap, boolean kept) {
        assertThat(HeapPlan.holds(Map.of(), limit * MEGA, heap * MEGA)).isEqualTo(kept);
    }

    @Test
    void keepsNoHeapWhenAnotherIsAskedFor() {
        for (var key : List.of("HEAPSIZEMAX", "HEAPSIZEMIN")) {
            assertThat(HeapPlan.holds(Map.of(key, "100M"), 256 * MEGA, 119 * MEGA)).isFalse();
            assertThat(HeapPlan.holds(Map.of(key, " "), 256 * MEGA, 119 * MEGA)).isTrue();
            assertThat(HeapPlan.holds(Map.of(key, "much"), 256 * MEGA, 119 * MEGA)).isTrue();
        }
    }

    @Test
    void becomesTheEngineWithTheSameOptionsAndNoShell() {
        var own =
                List.of("/jre/bin/java", "-XX:+UseSerialGC", "-cp", "a:b", LAUNCH, "run", "--full");
        var heap = new HeapPlan(List.of("-Xmx64m"), List.of());
        assertThat(LaunchMain.command(heap, own))
                .containsExactly(
                        "/jre/bin/java",
                        "-XX:+UseSerialGC",
                        "-cp",
                        "a:b",
                        "-Xmx64m",
                        "io.penstock.engine.EngineMain",
                        "run",
                        "--full");
    }
}
