package io.penstock.core.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class MapFunctionTest {

    private static final String V2 = "AV:N/AC:M/Au:N/C:N/I:N/A:P";
    private static final String V3 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H";

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1|169.254.3.4|10.0.0.5|10.0.0.6, 10.0.0.5",
        "fe80::1|2001:db8::1|192.168.1.2, 192.168.1.2",
        "fe80::1|2001:db8::1, 2001:db8::1",
        "0.0.0.0|224.0.0.1, ''",
        "not-an-address|10.1, ''",
        "999.1.1.1|10.0.0.300, ''"
    })
    void choosesTheFirstUsableAddress(String in, String expected) {
        var chosen = MapFunction.FIRST_USABLE_IP.apply(List.of(in.split("\\|")));
        assertThat(chosen).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void givesTheScoreOnlyUnderItsOwnVersion() {
        assertThat(MapFunction.CVSS_V2_ONLY.apply(List.of("5.0", V2))).containsExactly("5.0");
        assertThat(MapFunction.CVSS_V2_ONLY.apply(List.of("8.8", V3))).isEmpty();
        assertThat(MapFunction.CVSS_V3_ONLY.apply(List.of("8.8", V3))).containsExactly("8.8");
        assertThat(MapFunction.CVSS_V4_ONLY.apply(List.of("8.8", V3))).isEmpty();
        assertThat(MapFunction.CVSS_V3_ONLY.apply(List.of())).isEmpty();
    }

    @Test
    void joinsDistinctValuesInOrder() {
        var distinct = MapFunction.DISTINCT.apply(List.of("b", "a", "b"));
        assertThat(MapFunction.JOIN_COMMA.apply(distinct)).containsExactly("b, a");
        assertThat(MapFunction.JOIN_LINES.apply(distinct)).containsExactly("b\na");
        assertThat(MapFunction.JOIN_COMMA.apply(List.of())).isEmpty();
    }

    @Test
    void trimsAndDropsWhatIsEmptyThen() {
        assertThat(MapFunction.TRIM.apply(List.of("  a\n", " ", ""))).containsExactly("a");
    }

    @Test
    void isFoundByTheNameMapsUse() {
        for (var function : MapFunction.values()) {
            assertThat(MapFunction.find(function.label())).contains(function);
        }
        assertThat(MapFunction.find("eval")).isEmpty();
    }
}
