package io.penstock.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The largest components that the platform asks for, in their worst forms. */
class ComponentScaleTest {

    private static final int RECORDS = 2_000;

    /** Far above what is measured, so that a busy machine does not fail; see the figures. */
    private static final Duration BOUND = Duration.ofSeconds(10);

    @Test
    void aChainOfNamesAndAdapters() {
        assertFast("chain", i -> Facts.of(i, i % 5).name("aa-" + i / 2).mac(mac(i), mac(i + 1)));
    }

    @Test
    void manyAddressesOfManyMachines() {
        assertFast(
                "addresses",
                i -> {
                    var macs = IntStream.range(0, 60).mapToObj(j -> mac(i / 100 * 60 + j));
                    return Facts.of(i, 1)
                            .name("aa-" + i)
                            .mac(macs.toArray(String[]::new))
                            .seen(i % 100 * 3, i % 100 * 3 + 2);
                });
    }

    @Test
    void oneMachineInstalledAnewEveryDay() {
        assertFast("anew", i -> Facts.of(i, 1).serial("ABC1234").name("aa").seen(i, i));
    }

    @Test
    void oneValueOfAll() {
        assertFast(
                "hub",
                i -> Facts.of(i, i % 7).uuid("6f9619ff-8b86-d011-b42d-00c04fc964ff").name("a" + i));
    }

    @Test
    void decisionsOverAll() {
        var records =
                IntStream.range(0, RECORDS)
                        .mapToObj(i -> Facts.of(i, 1).name("a" + i).host())
                        .toList();
        var decisions = new ArrayList<Decision>();
        for (var i = 0; i + 1 < RECORDS; i++) {
            var kind = i % 3 == 0 ? Decision.Kind.APART : Decision.Kind.TOGETHER;
            decisions.add(new Decision(kind, Facts.id(i), Facts.id(i + 1), Facts.START));
        }

        var start = System.nanoTime();
        var identified = Identification.of(records, _ -> RuleOrder.DEFAULT, decisions);

        report("decisions", identified, start);
        assertThat(identified.clusters()).hasSize(1 + (RECORDS + 1) / 3);
    }

    private static void assertFast(String name, IntFunction<Facts> make) {
        List<HostFacts> records =
                IntStream.range(0, RECORDS).mapToObj(make).map(Facts::host).toList();
        var start = System.nanoTime();

        var identified = Identification.of(records, _ -> RuleOrder.DEFAULT, List.of());

        report(name, identified, start);
        assertThat(identified.logs()).hasSize(RECORDS);
    }

    private static void report(String name, Identified identified, long start) {
        var took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
                "%s: %d records, %d assets, %d ms%n",
                name, identified.logs().size(), identified.clusters().size(), took.toMillis());
        assertThat(took).isLessThan(BOUND);
    }

    private static String mac(int number) {
        return "3C:52:82:%02X:%02X:%02X"
                .formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
    }
}
