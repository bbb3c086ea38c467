package io.penstock.core.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.run.StreamKind;
import io.penstock.core.run.StreamName;
import io.penstock.core.schema.DataType;
import io.penstock.core.schema.SourceAttribute;
import io.penstock.core.schema.SourceModel;
import io.penstock.core.schema.SourceStream;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.value.FieldPath;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class MapCheckTest {

    private static final SourceModel MODEL =
            new SourceModel(
                    "source",
                    "Source",
                    1,
                    List.of(
                            new SourceStream(
                                    new StreamName("hosts"),
                                    StreamKind.HOSTS,
                                    List.of(
                                            attribute("key", DataType.STRING),
                                            attribute("seen", DataType.DATE),
                                            attribute("cores", DataType.INTEGER),
                                            attribute("nics[].mac", DataType.MAC)))));

    private final List<MapDraft.Row> rows =
            new ArrayList<>(List.of(row("key", "string", "externalAssetId")));

    @Test
    void aGoodMapHasNoFaults() {
        rows.add(row("nics[].mac", "mac", "macAddress", FunctionCall.of("distinct")));
        var checked = check();
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.map().orElseThrow().rows()).hasSize(2);
    }

    @Test
    void allThatIsWrongIsSaidAtOnceWithItsRow() {
        rows.add(row("nope", "string", "assetName"));
        rows.add(row("a..b", "string", "assetName2"));
        rows.add(row("cores", "date", "assetFirstSeenOn"));
        rows.add(row("seen", "date", "macAddress"));
        rows.add(row("key", "string", "findingName"));
        rows.add(row("key", "string", "assetName", FunctionCall.of("eval")));
        assertThat(errors())
                .containsExactly(
                        "2 source SOURCE_UNKNOWN",
                        "3 source SOURCE_INVALID",
                        "3 target TARGET_UNKNOWN",
                        "4 type TYPE_UNFIT",
                        "5 functions TYPE_UNFIT",
                        "6 target TARGET_OF_OTHER_PART",
                        "7 functions FUNCTION_UNKNOWN");
        assertThat(check().map()).isEmpty();
    }

    @Test
    void aRequiredTargetWithoutARowIsNamed() {
        rows.set(0, row("key", "string", "assetName"));
        assertThat(check().faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("TARGET_MISSING");
                    assertThat(fault.sentence()).contains("'externalAssetId'", "'hosts'");
                });
    }

    @Test
    void oneTargetTwiceIsAWarningAndNoRefusal() {
        rows.add(row("key", "string", "assetName"));
        rows.add(row("key", "string", "assetName"));
        var checked = check();
        assertThat(checked.map()).isPresent();
        assertThat(checked.faults())
                .containsExactly(
                        MapFault.warning(
                                3,
                                "target",
                                "TARGET_TWICE",
                                "Row 2 fills 'assetName' already; this row is used only when that"
                                        + " one finds nothing."));
    }

    @Test
    void functionsAreCheckedForArgumentsTypesAndOrder() {
        rows.add(row("key", "string", "assetName", FunctionCall.of("split")));
        rows.add(row("seen", "date", "assetName", FunctionCall.of("round")));
        rows.add(
                row(
                        "key",
                        "string",
                        "assetName",
                        FunctionCall.of("trim"),
                        FunctionCall.of("concat")));
        rows.add(row("cores", "integer", "assetLastSeenOn", FunctionCall.of("epochMillis")));
        assertThat(errors())
                .containsExactly(
                        "2 functions ARGUMENT_INVALID",
                        "3 functions TYPE_UNFIT",
                        "4 functions FUNCTION_MISPLACED");
    }

    @Test
    void wordsMustBeValuesOfTheTarget() {
        rows.set(0, valued("externalAssetId", Map.of("a", "b"), "default", null));
        rows.add(valued("ipAddress", Map.of("home", "127.0.0.1", " x", "office"), "pass", "10.1"));
        rows.add(valued("assetName", Map.of(), "sometimes", null));
        assertThat(errors())
                .containsExactlyInAnyOrder(
                        "1 unmapped DEFAULT_MISSING",
                        "2 default DEFAULT_UNFIT",
                        "2 valueMap VALUE_MAP_UNFIT",
                        "2 valueMap VALUE_MAP_WORD",
                        "3 unmapped UNMAPPED_UNKNOWN");
    }

    @Test
    void theHeadIsCheckedToo() {
        var draft = new MapDraft(" ", 0, "other", "another", List.of());
        assertThat(new MapCheck(new PlainPatterns()).check(draft, MODEL).faults())
                .extracting(f -> f.field() + " " + f.code())
                .containsExactly(
                        "name NAME_INVALID",
                        "version VERSION_INVALID",
                        "targetModel MODEL_UNKNOWN",
                        "sourceModel MODEL_UNKNOWN",
                        "rows ROWS_INVALID",
                        "rows TARGET_MISSING");
    }

    @Test
    void withoutAModelPathsAreTakenAsTheyAre() {
        var draft =
                new MapDraft(
                        "m",
                        1,
                        "any",
                        TargetAttribute.MODEL,
                        List.of(row("any.thing", "string", "assetName")));
        assertThat(new MapCheck(new PlainPatterns()).check(draft).map()).isPresent();
    }

    private List<String> errors() {
        return check().faults().stream()
                .filter(MapFault::error)
                .map(f -> f.row() + " " + f.field() + " " + f.code())
                .toList();
    }

    private MapCheck.Checked check() {
        var draft = new MapDraft("map", 1, "source", TargetAttribute.MODEL, rows);
        return new MapCheck(new PlainPatterns()).check(draft, MODEL);
    }

    private static MapDraft.Row row(
            String path, String type, String target, FunctionCall... functions) {
        return new MapDraft.Row(
                "hosts",
                List.of(path),
                type,
                target,
                List.of(functions),
                Map.of(),
                "pass",
                null,
                false);
    }

    private static MapDraft.Row valued(
            String target, Map<String, String> words, String unmapped, @Nullable String fallback) {
        return new MapDraft.Row(
                "hosts",
                List.of("key"),
                "string",
                target,
                List.of(),
                words,
                unmapped,
                fallback,
                false);
    }

    private static SourceAttribute attribute(String path, DataType type) {
        return new SourceAttribute(FieldPath.parse(path), path, type, false, "", "");
    }
}
