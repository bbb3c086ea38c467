package io.penstock.platform.transform;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.transform.FunctionCall;
import io.penstock.core.transform.MapCheck;
import io.penstock.core.transform.MapDraft;
import io.penstock.core.transform.MapFault;
import io.penstock.core.transform.TransformMap;
import io.penstock.core.value.Shown;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the file of a transform map, strictly: what it does not know it does not skip. */
public final class MapJson {

    /** The version of the file's own form. */
    public static final int FORMAT = 1;

    /** Most characters of a map's file. */
    public static final int LENGTH_MAX = 2_000_000;

    private static final Set<String> HEAD =
            Set.of("format", "name", "version", "direction", "sourceModel", "targetModel", "rows");
    private static final Set<String> ROW =
            Set.of(
                    "stream",
                    "source",
                    "type",
                    "target",
                    "functions",
                    "valueMap",
                    "unmapped",
                    "default",
                    "required");

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(10_000)
                                                    .maxNestingDepth(20)
                                                    .build())
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private MapJson() {}

    /**
     * What a file says.
     *
     * @param draft the map, as far as it could be read; empty when the file is no JSON object
     * @param faults what of it could not be read
     */
    public record Parsed(Optional<MapDraft> draft, List<MapFault> faults) {

        public Parsed {
            faults = List.copyOf(faults);
        }
    }

    /** Reads a file; never throws. */
    public static Parsed parse(String json) {
        if (json.length() > LENGTH_MAX) {
            return unreadable(
                    "it has %d characters, at most %d".formatted(json.length(), LENGTH_MAX));
        }
        try {
            var tree = JSON.readTree(json);
            return tree.isObject() ? head(tree) : unreadable("it is not a JSON object");
        } catch (JacksonException e) {
            var at = e.getLocation();
            return unreadable(
                    "line %d, column %d: %s"
                            .formatted(
                                    at == null ? 0 : at.getLineNr(),
                                    at == null ? 0 : at.getColumnNr(),
                                    Shown.of(String.valueOf(e.getOriginalMessage()))));
        }
    }

    /**
     * Reads a map that was checked when it was stored.
     *
     * @throws FaultException CONFIGURATION naming the row
     */
    static TransformMap stored(String json) {
        var parsed = parse(json);
        var faults = new ArrayList<>(parsed.faults());
        var map =
                parsed.draft()
                        .flatMap(draft -> {
                            var checked = new MapCheck(new LinearPatterns()).check(draft);
                            faults.addAll(checked.faults());
                            return checked.map();
                        });
        if (map.isPresent() && parsed.faults().isEmpty()) {
            return map.get();
        }
        throw refused(parsed.draft().map(MapDraft::name).orElse("?"), faults);
    }

    /** The refusal of a map, with the first thing that is wrong and how many there are. */
    public static FaultException refused(String name, List<MapFault> faults) {
        var errors = faults.stream().filter(MapFault::error).toList();
        var first = errors.getFirst();
        var place = first.row() == 0 ? "Map" : "Row " + first.row() + " of map";
        var more = errors.size() == 1 ? "" : " (and %d more)".formatted(errors.size() - 1);
        return new FaultException(
                Fault.of(
                        FaultKind.CONFIGURATION,
                        "TRANSFORM_MAP_INVALID",
                        "%s '%s' cannot be used%s: %s"
                                .formatted(place, Shown.of(name), more, first.sentence()),
                        "Correct the map and save it as a new version."));
    }

    private static Parsed unreadable(String why) {
        var sentence = "The file cannot be read: %s.".formatted(why);
        return new Parsed(
                Optional.empty(), List.of(MapFault.error(0, "", "MAP_UNREADABLE", sentence)));
    }

    private static Parsed head(JsonNode tree) {
        var faults = new ArrayList<MapFault>();
        var members = new MapMembers(0, tree, HEAD, faults);
        if (tree.has("format") && members.whole("format") != FORMAT) {
            var sentence =
                    "This is format %s of transform maps; this release reads format %d."
                            .formatted(Shown.of(tree.get("format").toString()), FORMAT);
            faults.add(MapFault.error(0, "format", "FORMAT_UNKNOWN", sentence));
        }
        if (tree.has("direction") && !members.text("direction").equals("import")) {
            var sentence = "A map can only import; set 'direction' to 'import' or leave it out.";
            faults.add(MapFault.error(0, "direction", "DIRECTION_UNKNOWN", sentence));
        }
        var rows = new ArrayList<MapDraft.Row>();
        for (var row : members.list("rows").stream().limit(TransformMap.ROWS_MAX + 1).toList()) {
            rows.add(row(rows.size() + 1, row, faults));
        }
        var draft =
                new MapDraft(
                        members.text("name"),
                        members.whole("version"),
                        members.text("sourceModel"),
                        members.text("targetModel"),
                        rows);
        return new Parsed(Optional.of(draft), faults);
    }

    private static MapDraft.Row row(int number, JsonNode node, List<MapFault> faults) {
        var members = new MapMembers(number, node, ROW, faults);
        if (!node.isObject()) {
            members.wrong("rows", node, "a list of objects");
        }
        var unmapped = members.textOrNull("unmapped");
        return new MapDraft.Row(
                members.text("stream"),
                members.texts("source"),
                members.text("type"),
                members.text("target"),
                members.list("functions").stream().map(call -> call(call, members)).toList(),
                members.words("valueMap"),
                unmapped == null ? "pass" : unmapped,
                members.textOrNull("default"),
                members.flag("required"));
    }

    private static FunctionCall call(JsonNode node, MapMembers members) {
        if (node.isString()) {
            return FunctionCall.of(node.stringValue());
        }
        var name = node.get("name");
        if (!node.isObject() || name == null || !name.isString()) {
            members.wrong("functions", node, "a list of names, or of objects with a name");
            return FunctionCall.of("");
        }
        return new FunctionCall(
                name.stringValue(), members.words("functions", node, Set.of("name")));
    }
}
