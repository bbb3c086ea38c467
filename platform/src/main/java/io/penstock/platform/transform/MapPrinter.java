package io.penstock.platform.transform;

import io.penstock.core.transform.FunctionCall;
import io.penstock.core.transform.MapDraft;
import io.penstock.core.transform.MappingRow;
import io.penstock.core.transform.TransformMap;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a map as one file, one row a line, so that two versions can be compared line by line. What
 * it writes reads back as the same map, and an equal map is written the same.
 */
public final class MapPrinter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private MapPrinter() {}

    public static String print(TransformMap map) {
        return print(
                new MapDraft(
                        map.name(),
                        map.version(),
                        map.sourceModel(),
                        map.targetModel(),
                        map.rows().stream().map(MapPrinter::draft).toList()));
    }

    /** Writes a map as far as somebody has written it; what is wrong with it stays. */
    public static String print(MapDraft map) {
        var text = new StringBuilder("{\n");
        member(text, "format", MapJson.FORMAT);
        member(text, "name", map.name());
        member(text, "version", map.version());
        member(text, "direction", "import");
        member(text, "sourceModel", map.sourceModel());
        member(text, "targetModel", map.targetModel());
        text.append("  \"rows\": [");
        var between = "\n    ";
        for (var row : map.rows()) {
            text.append(between).append(JSON.writeValueAsString(row(row)));
            between = ",\n    ";
        }
        return text.append("\n  ]\n}\n").toString();
    }

    private static void member(StringBuilder text, String name, Object value) {
        text.append("  \"").append(name).append("\": ");
        text.append(JSON.writeValueAsString(value)).append(",\n");
    }

    private static MapDraft.Row draft(MappingRow row) {
        return new MapDraft.Row(
                row.stream().text(),
                row.source().stream().map(Object::toString).toList(),
                row.type().label(),
                row.target().key(),
                row.functions(),
                row.valueMap(),
                row.unmapped().name().toLowerCase(Locale.ROOT),
                row.fallback(),
                row.required());
    }

    private static Map<String, @Nullable Object> row(MapDraft.Row row) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("stream", row.stream());
        members.put("source", row.source());
        members.put("type", row.type());
        members.put("target", row.target());
        members.put("functions", row.functions().stream().map(MapPrinter::call).toList());
        members.put("valueMap", new TreeMap<>(row.valueMap()));
        members.put("unmapped", row.unmapped());
        members.put("default", row.fallback());
        members.put("required", row.required());
        return members;
    }

    private static Object call(FunctionCall call) {
        if (call.arguments().isEmpty()) {
            return call.function();
        }
        var members = new LinkedHashMap<String, String>();
        members.put("name", call.function());
        members.putAll(call.arguments());
        return members;
    }
}
