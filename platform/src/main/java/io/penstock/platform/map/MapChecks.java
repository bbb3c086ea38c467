package io.penstock.platform.map;

import io.penstock.core.fault.FaultException;
import io.penstock.core.run.StreamKind;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.schema.TargetAttribute.Part;
import io.penstock.core.transform.MappingRow;
import io.penstock.core.transform.TransformMap;
import io.penstock.platform.transform.MapReader;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Judges a map against the connector's source model and the target model, all at once. */
@Component
class MapChecks {

    private final DataModels models;

    MapChecks(DataModels models) {
        this.models = models;
    }

    List<MapFault> of(String connector, MapFile draft) {
        var faults = new ArrayList<MapFault>();
        var model = models.source(connector);
        if (!draft.tree().path("sourceModel").asString("").equals(model.name())) {
            faults.add(
                    whole(
                            "sourceModel",
                            "MODEL_UNKNOWN",
                            "The source model must be '" + model.name() + "'."));
        }
        if (!draft.tree().path("targetModel").asString("").equals(TargetAttribute.MODEL)) {
            faults.add(
                    whole(
                            "targetModel",
                            "MODEL_UNKNOWN",
                            "The target model must be '" + TargetAttribute.MODEL + "'."));
        }
        var rows = draft.tree().path("rows");
        if (rows.isEmpty() || rows.size() > TransformMap.ROWS_MAX) {
            faults.add(
                    whole(
                            "rows",
                            "ROWS_INVALID",
                            "The map has "
                                    + rows.size()
                                    + " rows, allowed are 1 to "
                                    + TransformMap.ROWS_MAX
                                    + "."));
            return faults;
        }
        var read = new ArrayList<MappingRow>();
        for (var i = 0; i < rows.size(); i++) {
            row(rows.get(i), i + 1, model, read, faults);
        }
        required(model, read, faults);
        return faults;
    }

    private static void row(
            JsonNode row,
            int number,
            SourceModelView model,
            List<MappingRow> read,
            List<MapFault> faults) {
        try {
            var single =
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("name", "m")
                            .put("version", 1)
                            .put("sourceModel", "s")
                            .put("targetModel", "t");
            single.putArray("rows").add(row);
            var parsed = MapReader.read(single.toString()).rows().getFirst();
            var stream = model.stream(parsed.stream().text());
            if (stream.isEmpty()) {
                faults.add(
                        new MapFault(
                                number,
                                "stream",
                                "STREAM_UNKNOWN",
                                true,
                                "The model has no stream '" + parsed.stream() + "'."));
                return;
            }
            for (var path : parsed.source()) {
                if (!stream.get().has(path.toString())) {
                    faults.add(
                            new MapFault(
                                    number,
                                    "source",
                                    "PATH_UNKNOWN",
                                    true,
                                    "The stream '"
                                            + parsed.stream()
                                            + "' has no path '"
                                            + path
                                            + "'."));
                }
            }
            read.add(parsed);
        } catch (FaultException e) {
            faults.add(
                    new MapFault(
                            number,
                            "row",
                            "ROW_INVALID",
                            true,
                            e.fault().message().replace("Row 1 of map 'm': ", "")));
        }
    }

    private static void required(
            SourceModelView model, List<MappingRow> rows, List<MapFault> faults) {
        var parts = new HashMap<String, Part>();
        model.streams()
                .forEach(s ->
                        parts.put(
                                s.name(),
                                s.kind() == StreamKind.HOSTS ? Part.ASSET : Part.FINDING));
        for (var stream : parts.entrySet()) {
            for (var attribute : TargetAttribute.values()) {
                if (attribute.required()
                        && attribute.part() == stream.getValue()
                        && rows.stream()
                                .noneMatch(r ->
                                        r.stream().text().equals(stream.getKey())
                                                && r.target() == attribute)) {
                    faults.add(
                            whole(
                                    "rows",
                                    "TARGET_MISSING",
                                    "Required target '"
                                            + attribute.key()
                                            + "' has no row in stream '"
                                            + stream.getKey()
                                            + "'."));
                }
            }
        }
    }

    private static MapFault whole(String field, String code, String sentence) {
        return new MapFault(0, field, code, true, sentence);
    }
}
