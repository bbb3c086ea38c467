package io.penstock.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The largest components that the platform asks for, in their worst forms. They take seconds; the
 * time limit only ends what would never end.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class ComponentScaleTest {

    private static final int RECORDS = 2_000;

    @Test
    void aChainOfNamesAndAdapters() {
        var identified =
                identified(i -> Facts.of(i, i % 5).name("aa-" + i / 2).mac(mac(i), mac(i + 1)));

        assertThat(identified.clusters()).isEqualTo(neighbours(2));
        assertThat(identified.suspicious()).isEmpty();
    }

    @Test
    void manyAddressesOfManyMachines() {
        var identified =
                identified(i -> {
                    var macs = IntStream.range(0, 60).mapToObj(j -> mac(i / 100 * 60 + j));
                    return Facts.of(i, 1)
                            .name("aa-" + i)
                            .mac(macs.toArray(String[]::new))
                            .seen(i % 100 * 3, i % 100 * 3 + 2);
                });

        assertThat(identified.clusters()).isEqualTo(neighbours(100));
        assertThat(identified.suspicious()).isEmpty();
    }

    @Test
    void oneMachineInstalledAnewEveryDay() {
        var identified = identified(i -> Facts.of(i, 1).serial("ABC1234").name("aa").seen(i, i));

        assertThat(identified.clusters()).isEqualTo(neighbours(1));
        assertThat(identified.suspicious())
                .extracting(SharedValue::value)
                .containsExactly("serial number ABC1234");
    }

    @Test
    void oneValueOfAll() {
        var identified =
                identified(i ->
                        Facts.of(i, i % 7)
                                .uuid("6f9619ff-8b86-d011-b42d-00c04fc964ff")
                                .name("a" + i));

        assertThat(identified.clusters()).isEqualTo(neighbours(1));
        assertThat(identified.suspicious())
                .extracting(SharedValue::value)
                .containsExactly("hardware UUID 6f9619ff-8b86-d011-b42d-00c04fc964ff");
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

        var identified = Identification.of(records, _ -> RuleOrder.DEFAULT, decisions);

        assertThat(identified.clusters()).hasSize(1 + (RECORDS + 1) / 3);
        assertThat(identified.suspicious()).isEmpty();
    }

    private static Identified identified(IntFunction<Facts> make) {
        List<HostFacts> records =
                IntStream.range(0, RECORDS).mapToObj(make).map(Facts::host).toList();
        var identified = Identification.of(records, _ -> RuleOrder.DEFAULT, List.of());
        assertThat(identified.logs()).hasSize(RECORDS);
        return identified;
    }

    /** So many records after one another are one asset each. */
    private static List<Cluster> neighbours(int size) {
        return IntStream.range(0, RECORDS / size)
                .mapToObj(i -> IntStream.range(i * size, (i + 1) * size).toArray())
                .map(IdentificationTest::cluster)
                .toList();
    }

    private static String mac(int number) {
        return "3C:52:82:%02X:%02X:%02X"
                .formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
    }
}
