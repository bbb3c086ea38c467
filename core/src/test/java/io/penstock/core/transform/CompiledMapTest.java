package io.penstock.core.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.run.StreamName;
import io.penstock.core.schema.DataType;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.schema.TargetAttribute.Part;
import io.penstock.core.transform.MappingRow.Unmapped;
import io.penstock.core.transform.Transformed.Mapped;
import io.penstock.core.transform.Transformed.Rejected;
import io.penstock.core.value.FieldPath;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

class CompiledMapTest {

    private static final StreamName STREAM = new StreamName("vulnerabilities");
    private static final Map<String, String> SEVERITIES = Map.of("LOW", "2", "HIGH", "4");

    private final List<MappingRow> rows =
            new ArrayList<>(
                    List.of(
                            row(TargetAttribute.FINDING_NAME, DataType.STRING, "name"),
                            row(TargetAttribute.EXTERNAL_FINDING_ID, DataType.STRING, "id"),
                            new MappingRow(
                                    STREAM,
                                    List.of(FieldPath.parse("severity")),
                                    DataType.STRING,
                                    TargetAttribute.FINDING_SEVERITY,
                                    List.of(),
                                    SEVERITIES,
                                    Unmapped.REJECT,
                                    "1",
                                    true)));

    @Test
    void mapsTypedValues() {
        rows.add(row(TargetAttribute.CVSS_V2_BASE, DataType.DECIMAL, "score"));
        rows.add(row(TargetAttribute.FINDING_LAST_FOUND_ON, DataType.DATE, "at"));
        rows.add(row(TargetAttribute.SUPPRESSED, DataType.BOOLEAN, "quiet"));
        var target =
                mapped("name=CVE-1 id=x severity=HIGH score=5 at=2024-01-02T03:04:05Z quiet=true");
        assertThat(target.whole(TargetAttribute.FINDING_SEVERITY)).isEqualTo(4);
        assertThat(target.decimal(TargetAttribute.CVSS_V2_BASE)).isEqualTo(new BigDecimal("5.0"));
        assertThat(target.instant(TargetAttribute.FINDING_LAST_FOUND_ON))
                .isEqualTo(Instant.parse("2024-01-02T03:04:05Z"));
        assertThat(target.flag(TargetAttribute.SUPPRESSED)).isTrue();
    }

    @Test
    void aDefaultStandsInForAMissingValueOnly() {
        assertThat(mapped("name=CVE-1 id=x").whole(TargetAttribute.FINDING_SEVERITY)).isEqualTo(1);
        assertThat(transform("name=CVE-1 id=x severity=WILD"))
                .isEqualTo(
                        new Rejected(
                                "findingSeverity", "value 'WILD' is not in the row's value map"));
    }

    @Test
    void aMissingRequiredValueRejectsTheRecordAndSaysWhereItWasLookedFor() {
        assertThat(transform("id=x severity=LOW"))
                .isEqualTo(
                        new Rejected(
                                "findingName",
                                "required attribute has no value; it is mapped from [name]"));
    }

    @Test
    void theFirstPathWithAValueWins() {
        rows.set(0, alternatives(TargetAttribute.FINDING_NAME, "vulnerability_id", "name"));
        assertThat(mapped("name=CVE-1 id=x").text(TargetAttribute.FINDING_NAME)).isEqualTo("CVE-1");
        assertThat(
                        mapped("name=CVE-1 vulnerability_id=V-9 id=x")
                                .text(TargetAttribute.FINDING_NAME))
                .isEqualTo("V-9");
    }

    @ParameterizedTest
    @CsvSource({
        "score, 11, number 11.0 is not within 0 to 10",
        "score, -1, number -1.0 is not within 0 to 10",
        "score, 1e999999999, value '1e999999999' is not a number of at most 40 digits",
        "score, high, value 'high' is not a number of at most 40 digits",
        "at, yesterday, value 'yesterday' is not an RFC 3339 date with zone",
        "quiet, maybe, value 'maybe' is not true or false"
    })
    void aValueOfTheWrongKindRejectsTheRecordWithItsReason(
            String field, String value, String reason) {
        rows.add(row(TargetAttribute.CVSS_V2_BASE, DataType.DECIMAL, "score"));
        rows.add(row(TargetAttribute.FINDING_LAST_FOUND_ON, DataType.DATE, "at"));
        rows.add(row(TargetAttribute.SUPPRESSED, DataType.BOOLEAN, "quiet"));
        assertThat(transform("name=CVE-1 id=x " + field + "=" + value))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }

    @Test
    void proseIsCutAndKeysAreNot() {
        rows.add(row(TargetAttribute.FINDING_SUB_TYPE, DataType.STRING, "kind"));
        var long64 = "k".repeat(70);
        assertThat(mapped("name=n id=x kind=" + long64).text(TargetAttribute.FINDING_SUB_TYPE))
                .hasSize(64);
        assertThat(transform("name=n id=" + "i".repeat(513))).isInstanceOf(Rejected.class);
    }

    @Test
    void anyTextsGiveARecordOrAReasonAndNeverAnException() {
        rows.add(row(TargetAttribute.CVSS_V2_BASE, DataType.DECIMAL, "score"));
        rows.add(row(TargetAttribute.FINDING_LAST_FOUND_ON, DataType.DATE, "at"));
        rows.add(row(TargetAttribute.SUPPRESSED, DataType.BOOLEAN, "quiet"));
        rows.add(row(TargetAttribute.EXPLOIT_STATUS, DataType.INTEGER, "exploit"));
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var map = compiled();
        var values = new RecordValues(map.projection());
        for (var i = 0; i < 20_000; i++) {
            values.clear();
            for (var slot = 0; slot < map.projection().slots(); slot++) {
                values.add(slot, anyText(random));
            }
            assertThat(map.transform(values)).as("seed %d, record %d", seed, i).isNotNull();
        }
    }

    @Test
    void everyRowIsTriedAlsoBehindOneThatRejects() {
        rows.add(row(TargetAttribute.CVSS_V2_BASE, DataType.DECIMAL, "score"));
        rows.add(row(TargetAttribute.CVE_ID, DataType.STRING, "cve"));
        var tried = tryOut("name=CVE-1 id=x severity=HIGH score=high cve=CVE-1");
        assertThat(tried.rows()).extracting(Tried.Row::number).containsExactly(1, 2, 3, 4, 5);
        var severity = tried.rows().get(2);
        assertThat(severity.found()).containsExactly("HIGH");
        assertThat(severity.steps()).containsExactly(new Tried.Step("valueMap", List.of("4")));
        assertThat(severity.outcome().value()).isEqualTo(4);
        assertThat(tried.rows().get(3).outcome().refusal())
                .isEqualTo("value 'high' is not a number of at most 40 digits");
        assertThat(tried.rows().get(4).outcome().value()).isEqualTo("CVE-1");
        assertThat(tried.result()).isInstanceOf(Rejected.class);
    }

    @Test
    void aSecondRowOfATargetCountsOnlyWhenTheFirstFindsNothing() {
        rows.add(row(TargetAttribute.FINDING_NAME, DataType.STRING, "title"));
        assertThat(mapped("title=T id=x").text(TargetAttribute.FINDING_NAME)).isEqualTo("T");
        assertThat(mapped("name=N title=T id=x").text(TargetAttribute.FINDING_NAME)).isEqualTo("N");
        var second = tryOut("name=N title=T id=x").rows().getLast().outcome();
        assertThat(second.value()).isNull();
        assertThat(second.warnings())
                .containsExactly("a row before this one gave the target its value");
    }

    @Test
    void aCutNeverHalvesACharacter() {
        rows.add(row(TargetAttribute.FINDING_SUB_TYPE, DataType.STRING, "kind"));
        var cut = mapped("name=n id=x kind=" + "k".repeat(63) + "\uD83D\uDE00");
        assertThat(cut.text(TargetAttribute.FINDING_SUB_TYPE)).isEqualTo("k".repeat(63));
    }

    @Test
    void aKeyOfTooManyBytesForAnIndexIsRejected() {
        assertThat(transform("id=x name=" + "\u4e2d".repeat(700)))
                .isEqualTo(new Rejected("findingName", "value has 2100 bytes, at most 2048"));
    }

    @ParameterizedTest
    @CsvSource({"PASS, odd", "WARN, odd", "DEFAULT, Confirmed"})
    void anUnmappedWordBecomesWhatItsPolicySays(Unmapped policy, String expected) {
        rows.add(
                new MappingRow(
                        STREAM,
                        List.of(FieldPath.parse("kind")),
                        DataType.STRING,
                        TargetAttribute.FINDING_SUB_TYPE,
                        List.of(FunctionCall.of("lower")),
                        Map.of("sure", "Confirmed"),
                        policy,
                        "Confirmed",
                        false));
        var result = (Mapped) transform("name=n id=x kind=ODD");
        assertThat(result.target().text(TargetAttribute.FINDING_SUB_TYPE)).isEqualTo(expected);
        assertThat(result.warnings()).hasSize(policy == Unmapped.WARN ? 1 : 0);
    }

    private static String anyText(Random random) {
        var pieces =
                List.of("", " ", "0", "-", "9", "e", "E9", "Z", "T", ":", "\0", "true", "é", ".");
        var text = new StringBuilder();
        for (var n = random.nextInt(6); n > 0; n--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    private TargetRecord mapped(String record) {
        return ((Mapped) transform(record)).target();
    }

    private Transformed transform(String record) {
        var map = compiled();
        return map.transform(values(map, record));
    }

    private Tried tryOut(String record) {
        var map = compiled();
        return map.tryOut(values(map, record));
    }

    private static RecordValues values(CompiledMap map, String record) {
        var values = new RecordValues(map.projection());
        for (var pair : record.split(" ")) {
            var path = FieldPath.parse(pair.substring(0, pair.indexOf('=')));
            values.add(map.projection().slot(path), pair.substring(pair.indexOf('=') + 1));
        }
        return values;
    }

    private CompiledMap compiled() {
        return new CompiledMap(
                new TransformMap("test", 1, "source", TargetAttribute.MODEL, rows),
                STREAM,
                Part.FINDING,
                List.of(),
                new PlainPatterns());
    }

    private static MappingRow row(TargetAttribute target, DataType type, String path) {
        return row(target, type, null, path);
    }

    private static MappingRow alternatives(TargetAttribute target, String... paths) {
        return row(target, DataType.STRING, null, paths);
    }

    private static MappingRow row(
            TargetAttribute target, DataType type, @Nullable String fallback, String... paths) {
        return new MappingRow(
                STREAM,
                List.of(paths).stream().map(FieldPath::parse).toList(),
                type,
                target,
                List.of(),
                Map.of(),
                Unmapped.PASS,
                fallback,
                false);
    }
}
