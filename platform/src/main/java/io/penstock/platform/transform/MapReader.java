package io.penstock.platform.transform;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.StreamName;
import io.penstock.core.schema.DataType;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.MapFunction;
import io.penstock.core.transform.MappingRow;
import io.penstock.core.transform.MappingRow.Unmapped;
import io.penstock.core.transform.TransformMap;
import io.penstock.core.value.FieldPath;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the JSON form of a transform map; says which row is wrong and why. */
public final class MapReader {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private record MapText(
            String name, int version, String sourceModel, String targetModel, List<RowText> rows) {}

    private record RowText(
            String stream,
            List<String> source,
            String type,
            String target,
            @Nullable List<String> functions,
            @Nullable Map<String, String> valueMap,
            @Nullable String unmapped,
            @JsonProperty("default") @Nullable String fallback,
            boolean required) {}

    private MapReader() {}

    /**
     * @throws FaultException CONFIGURATION naming the row
     */
    public static TransformMap read(String json) {
        try {
            var text = JSON.readValue(json, MapText.class);
            var rows = new ArrayList<MappingRow>();
            for (var i = 0; i < text.rows().size(); i++) {
                rows.add(row(text.rows().get(i), text.name(), i + 1));
            }
            return new TransformMap(
                    text.name(), text.version(), text.sourceModel(), text.targetModel(), rows);
        } catch (JacksonException e) {
            throw wrong("the transform map is not readable: " + e.getOriginalMessage(), e);
        }
    }

    private static MappingRow row(RowText row, String map, int number) {
        try {
            return new MappingRow(
                    new StreamName(row.stream()),
                    row.source().stream().map(FieldPath::parse).toList(),
                    DataType.valueOf(row.type().toUpperCase(Locale.ROOT)),
                    TargetAttribute.find(row.target()).orElseThrow(() -> unknown(row.target())),
                    functions(row.functions() == null ? List.of() : row.functions()),
                    row.valueMap() == null ? Map.of() : row.valueMap(),
                    unmapped(row.unmapped()),
                    row.fallback(),
                    row.required());
        } catch (IllegalArgumentException e) {
            throw wrong("row " + number + " of map '" + map + "': " + e.getMessage(), e);
        }
    }

    private static List<MapFunction> functions(List<String> labels) {
        return labels.stream().map(l -> MapFunction.find(l).orElseThrow(() -> unknown(l))).toList();
    }

    private static Unmapped unmapped(@Nullable String word) {
        return word == null ? Unmapped.PASS : Unmapped.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static IllegalArgumentException unknown(String word) {
        return new IllegalArgumentException("'" + word + "' is not known");
    }

    private static FaultException wrong(String sentence, Exception cause) {
        var fault =
                Fault.of(
                        FaultKind.CONFIGURATION,
                        "TRANSFORM_MAP_INVALID",
                        Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".",
                        "Correct the map and save it as a new version.");
        return new FaultException(fault, cause);
    }
}
