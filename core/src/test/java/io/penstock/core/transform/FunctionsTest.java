package io.penstock.core.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.transform.MapFunction.Over;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

class FunctionsTest {

    private static final TextPatterns PATTERNS = new PlainPatterns();

    private final List<String> warnings = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> everyDocumentedExampleIsTrue() {
        return Functions.all().stream()
                .map(f ->
                        DynamicTest.dynamicTest(
                                f.name(),
                                () -> {
                                    var example = f.help().example();
                                    var made = f.make(example.arguments(), PATTERNS);
                                    assertThat(made.apply(example.in(), warnings::add))
                                            .isEqualTo(example.out());
                                    assertThat(warnings).isEmpty();
                                }));
    }

    @Test
    void everyFunctionIsDocumented() {
        assertThat(Functions.all())
                .hasSizeGreaterThan(25)
                .allSatisfy(f -> {
                    assertThat(f.help().does()).endsWith(".").hasSizeGreaterThan(15);
                    assertThat(f.help().onBadInput()).endsWith(".");
                    assertThat(f.signature().arguments())
                            .allSatisfy(a -> assertThat(a.does()).isNotBlank());
                    assertThat(Functions.find(f.name())).contains(f);
                });
        assertThat(Functions.find("eval")).isEmpty();
    }

    @Test
    void theSetOfTheSpecificationIsComplete() {
        assertThat(Functions.all())
                .extracting(MapFunction::name)
                .contains("trim", "upper", "lower", "concat", "join", "split", "first", "last")
                .contains("distinct", "substring", "replace", "coalesce", "default", "toInt")
                .contains("toDecimal", "round", "toDate", "epochMillis", "normalizeMac")
                .contains("normalizeIp", "cvssVersion");
    }

    @Test
    void noFunctionEverFailsWhateverTheTexts() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var function : Functions.all()) {
            var made = function.make(function.help().example().arguments(), PATTERNS);
            for (var i = 0; i < 2_000; i++) {
                assertThat(made.apply(texts(random), warnings::add))
                        .as("%s with seed %d", function.name(), seed)
                        .doesNotContainNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "split | separator=; | argument 'index' is missing",
                "split | separator=;,index=x | argument 'index' is 'x', it must be a whole number",
                "split | separator=;,index=-2 | argument 'index' is '-2', it must be a whole"
                        + " number",
                "split | separator=;,index=0,size=1 | argument 'size' is not known",
                "trim | size=1 | argument 'size' is not known; it has none",
                "toDate | format=nonsense | format 'nonsense'",
                "toDate | format=dd ppedMMM yyyy | format 'dd ppedMMM yyyy': a padded letter",
                "toDate | format=yyyy,zone=Nowhere | zone 'Nowhere' is not known",
                "round | digits=11 | argument 'digits' is '11', it must be a whole number from 0 to"
            })
    void aWrongArgumentIsSaidInASentence(String name, String arguments, String sentence) {
        var given = new HashMap<String, String>();
        for (var pair : arguments.split(",")) {
            given.put(pair.split("=")[0], pair.split("=")[1]);
        }
        var function = Functions.find(name).orElseThrow();
        assertThatThrownBy(() -> function.make(given, PATTERNS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("function '" + name + "': " + sentence);
    }

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
        assertThat(apply("firstUsableIp", Map.of(), in.split("\\|")))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "toInt, 7.5",
        "toInt, 1e999999999",
        "toDecimal, seven",
        "round, ''",
        "epochMillis, 99999999999999999",
        "normalizeIp, 10.0.0.300",
        "normalizeMac, 00:11",
        "cvssVersion, CVSS:9.9/AV:N"
    })
    void whatIsNotOfTheWantedKindIsPassedOnWithAWarning(String name, String value) {
        assertThat(apply(name, Map.of(), value)).containsExactly(value);
        assertThat(warnings).hasSize(1).first().asString().startsWith(name + ": value '");
    }

    @Test
    void aScoreCountsOnlyUnderItsOwnVersion() {
        var v3 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H";
        assertThat(apply("cvssV2Only", Map.of(), "8.8", v3)).isEmpty();
        assertThat(apply("cvssV4Only", Map.of(), "8.8", v3)).isEmpty();
        assertThat(apply("cvssV3Only", Map.of(), "", v3)).isEmpty();
        assertThat(apply("cvssV2Only", Map.of(), "8.8", "")).isEmpty();
        assertThat(Functions.find("cvssV3Only").orElseThrow().signature().over())
                .isEqualTo(Over.PATHS);
    }

    @Test
    void rewritingStopsAtItsLimit() {
        var large = "a".repeat(TextFunctions.REWRITTEN_MAX);
        var out = apply("replace", Map.of("pattern", "a", "with", "b"), "a", large, "a");
        assertThat(out).containsExactly("b", large, "a");
        assertThat(warnings).hasSize(1);
    }

    @Test
    void datesOfOtherZonesBecomeUtc() {
        var arguments = Map.of("format", "yyyy-MM-dd['T'HH:mm:ssXXX]", "zone", "Asia/Tokyo");
        assertThat(apply("toDate", arguments, "2024-04-22T13:00:00+02:00", "2024-04-22", "soon"))
                .containsExactly("2024-04-22T11:00:00Z", "2024-04-21T15:00:00Z", "soon");
        assertThat(warnings).hasSize(1);
    }

    private List<String> apply(String name, Map<String, String> arguments, String... in) {
        var function = Functions.find(name).orElseThrow();
        return function.make(arguments, PATTERNS).apply(List.of(in), warnings::add);
    }

    private static List<String> texts(Random random) {
        var pieces =
                List.of(
                        "", " ", "0", "-", "9.5", "E9", "Z", ":", "\0", "\uD800", "é", ".",
                        "CVSS:");
        var texts = new ArrayList<String>();
        for (var n = random.nextInt(4); n > 0; n--) {
            var text = new StringBuilder();
            for (var k = random.nextInt(6); k > 0; k--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
