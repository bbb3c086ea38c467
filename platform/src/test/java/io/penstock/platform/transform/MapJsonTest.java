package io.penstock.platform.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.transform.FunctionCall;
import io.penstock.core.transform.MapCheck;
import io.penstock.core.transform.MapFault;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.source.SourceDescriptor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.Random;

class MapJsonTest {

    private static final String MAP =
            """
            {"format": 1, "name": "m", "version": 3, "direction": "import",
             "sourceModel": "s", "targetModel": "penstock-risk", "rows": [
              {"stream": "hosts", "source": ["a", "b[].c"], "type": "string",
               "target": "assetName", "default": "none",
               "functions": ["trim", {"name": "split", "separator": ".", "index": 0}],
               "valueMap": {"b": "B", "a": 1}, "unmapped": "default", "required": true}]}
            """;

    private final SourceDescriptor connector = new Catalogue().connectors().getFirst();

    @Test
    void readsEveryMember() {
        var row = MapJson.stored(MAP).rows().getFirst();
        assertThat(row.source()).hasToString("[a, b[].c]");
        assertThat(row.functions())
                .containsExactly(
                        FunctionCall.of("trim"),
                        new FunctionCall("split", Map.of("separator", ".", "index", "0")));
        assertThat(row.valueMap()).isEqualTo(Map.of("a", "1", "b", "B"));
        assertThat(row.fallback()).isEqualTo("none");
        assertThat(row.required()).isTrue();
    }

    @Test
    void whatIsPrintedReadsBackAsTheSame() {
        var map = MapJson.stored(MAP);
        var printed = MapPrinter.print(map);
        assertThat(MapJson.stored(printed)).isEqualTo(map);
        assertThat(MapPrinter.print(MapJson.stored(printed))).isEqualTo(printed);
        assertThat(printed.lines()).hasSize(11);
    }

    @Test
    void everySystemMapFitsItsModelAndSurvivesPrinting() {
        var model = ModelJson.of(connector).getFirst();
        assertThat(connector.transformMaps())
                .hasSizeGreaterThan(1)
                .allSatisfy(json -> {
                    var parsed = MapJson.parse(json);
                    assertThat(parsed.faults()).isEmpty();
                    var checked =
                            new MapCheck(new LinearPatterns())
                                    .check(parsed.draft().orElseThrow(), model);
                    assertThat(checked.faults()).isEmpty();
                    var map = checked.map().orElseThrow();
                    assertThat(MapJson.stored(MapPrinter.print(map))).isEqualTo(map);
                });
    }

    @Test
    void theVendorsModelIsReadWithEveryStream() {
        var model = ModelJson.of(connector).getFirst();
        assertThat(model.streams())
                .hasSameSizeAs(connector.streams())
                .allSatisfy(stream -> {
                    assertThat(stream.attributes()).hasSizeGreaterThan(20);
                    assertThat(stream.attributes()).anyMatch(a -> a.required());
                    assertThat(stream.attributes()).anyMatch(a -> a.many());
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"trim\" | 5 | 1 functions MEMBER_INVALID",
                "\"trim\" | {\"index\": 1} | 1 functions MEMBER_INVALID",
                "\"required\": true | \"required\": \"yes\" | 1 required MEMBER_INVALID",
                "\"required\": true | \"reqiured\": true | 1 reqiured MEMBER_UNKNOWN",
                "[\"a\", \"b[].c\"] | \"a\" | 1 source MEMBER_INVALID",
                "\"a\": 1 | \"a\": [1] | 1 valueMap.a MEMBER_INVALID",
                "\"version\": 3 | \"version\": \"3\" | 0 version MEMBER_INVALID",
                "\"format\": 1 | \"format\": 2 | 0 format FORMAT_UNKNOWN",
                "\"import\" | \"export\" | 0 direction DIRECTION_UNKNOWN",
                "\"name\": \"m\" | \"name\": \"m\", \"name\": \"n\" | 0 '' MAP_UNREADABLE",
                "\"name\": \"m\" | \"name\" | 0 '' MAP_UNREADABLE"
            })
    void whatIsNotAMapIsNamedByItsPlace(String good, String bad, String expected) {
        assertThat(MapJson.parse(MAP.replace(good, bad)).faults())
                .extracting(MapJsonTest::place)
                .containsExactly(expected.replace("''", ""));
    }

    @Test
    void aFaultSaysWhereTheFileCannotBeRead() {
        assertThat(MapJson.parse("{\"name\": \"m\",\n  oops}").faults())
                .singleElement()
                .satisfies(f -> assertThat(f.sentence()).contains("line 2, column"));
        assertThat(MapJson.parse("[]").faults())
                .singleElement()
                .satisfies(f -> assertThat(f.sentence()).contains("not a JSON object"));
    }

    @Test
    void aStoredMapThatCannotWorkNamesItsFirstRow() {
        assertThatThrownBy(() -> MapJson.stored(MAP.replace("assetName", "assetNom")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(
                        "Row 1 of map 'm' cannot be used: Target 'assetNom' is not in the target"
                                + " model.");
    }

    @Test
    void anyTextIsReadOrRefusedAndNeverMore() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var check = new MapCheck(new LinearPatterns());
        var model = ModelJson.of(connector).getFirst();
        for (var i = 0; i < 3_000; i++) {
            var text = new StringBuilder(MAP);
            for (var n = random.nextInt(4); n >= 0; n--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(128));
            }
            var parsed = MapJson.parse(text.toString());
            var fine = parsed.draft().map(d -> check.check(d, model)).isPresent();
            assertThat(fine || !parsed.faults().isEmpty()).as("seed %d", seed).isTrue();
        }
    }

    private static String place(MapFault fault) {
        return fault.row() + " " + fault.field() + " " + fault.code();
    }
}
