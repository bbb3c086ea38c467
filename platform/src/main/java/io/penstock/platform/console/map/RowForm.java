package io.penstock.platform.console.map;

import io.penstock.core.schema.SourceAttribute;
import io.penstock.core.schema.SourceModel;
import io.penstock.core.transform.FunctionCall;
import io.penstock.core.transform.MapDraft;
import io.penstock.core.value.FieldPath;

import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One row as it is typed (S-041 to S-045).
 *
 * @param place its place in the map, from 1; 0 for a new one
 * @param source paths, blank ones among them
 * @param type empty for the type the model says
 */
record RowForm(
        int place,
        String stream,
        List<String> source,
        String type,
        String target,
        List<FunctionCall> functions,
        Rest rest) {

    static final int PATHS_MAX = 10;
    private static final int TEXT_MAX = 2_000;

    /**
     * What most rows do without.
     *
     * @param words the value map, see {@link WordLines}
     */
    record Rest(String words, String unmapped, String fallback, boolean required) {

        static final Rest NONE = new Rest("", "pass", "", false);

        /** A field of one line would lose the line ends. */
        public boolean lines() {
            return fallback.contains("\n");
        }

        /** A browser leaves out the first line end of a text area. */
        public String area() {
            return fallback.startsWith("\n") ? "\n" + fallback : fallback;
        }
    }

    RowForm {
        source = List.copyOf(source);
        functions = List.copyOf(functions);
    }

    static RowForm blank(String stream) {
        return new RowForm(0, stream, List.of(""), "", "", List.of(), Rest.NONE);
    }

    static RowForm of(int place, MapDraft.Row row) {
        var fallback = row.fallback();
        return new RowForm(
                place,
                row.stream(),
                row.source().isEmpty() ? List.of("") : row.source(),
                row.type(),
                row.target(),
                row.functions().stream().map(CallFields::complete).toList(),
                new Rest(
                        WordLines.write(row.valueMap()),
                        row.unmapped(),
                        fallback == null ? "" : fallback,
                        row.required()));
    }

    static RowForm read(MultiValueMap<String, String> fields) {
        var paths = fields.getOrDefault("source", List.of());
        var unmapped = EditorForm.text(fields, "unmapped");
        return new RowForm(
                EditorForm.whole(EditorForm.text(fields, "place")),
                EditorForm.text(fields, "stream"),
                paths.isEmpty() ? List.of("") : paths.stream().limit(PATHS_MAX + 1).toList(),
                EditorForm.text(fields, "type"),
                EditorForm.text(fields, "target"),
                CallFields.read(fields),
                new Rest(
                        EditorForm.text(fields, "words").replace("\r\n", "\n"),
                        unmapped.isEmpty() ? "pass" : unmapped,
                        EditorForm.text(fields, "fallback").replace("\r\n", "\n"),
                        EditorForm.text(fields, "required").equals("true")));
    }

    /** What is wrong with it before it can be looked at as a row. */
    Optional<String> fault() {
        var texts =
                Stream.of(
                                source.stream(),
                                Stream.of(stream, type, target, rest.unmapped(), rest.fallback()),
                                functions.stream().map(FunctionCall::toString))
                        .flatMap(text -> text);
        if (texts.anyMatch(text -> text.length() > TEXT_MAX)) {
            return Optional.of("A field of the row has more than " + TEXT_MAX + " characters.");
        }
        return WordLines.read(rest.words()).fault();
    }

    /** The row; where no type is chosen it is the one of the first path in the model. */
    MapDraft.Row row(SourceModel model) {
        var paths = source.stream().map(String::strip).filter(path -> !path.isEmpty()).toList();
        return new MapDraft.Row(
                stream,
                paths,
                type.isEmpty() ? typeIn(model, paths) : type,
                target,
                functions,
                WordLines.read(rest.words()).words(),
                rest.unmapped(),
                rest.fallback().isEmpty() ? null : rest.fallback(),
                rest.required());
    }

    /** True when something is typed that no list holds yet. */
    boolean pending(MapDraft draft, SourceModel model) {
        var rows = EditedRows.of(draft);
        var before = rows.has(place) ? of(place, draft.rows().get(place - 1)) : blank(stream);
        return fault().isPresent() || !before.row(model).equals(row(model));
    }

    RowForm filling(String other) {
        return new RowForm(place, stream, source, type, other, functions, rest);
    }

    RowForm at(int other) {
        return new RowForm(other, stream, source, type, target, functions, rest);
    }

    RowForm with(List<FunctionCall> calls) {
        return new RowForm(place, stream, source, type, target, calls, rest);
    }

    RowForm withPath() {
        var paths = new ArrayList<>(source);
        paths.add("");
        return new RowForm(place, stream, paths, type, target, functions, rest);
    }

    private String typeIn(SourceModel model, List<String> paths) {
        return paths.stream()
                .findFirst()
                .flatMap(path -> attribute(model, path))
                .map(attribute -> attribute.type().label())
                .orElse("string");
    }

    private Optional<SourceAttribute> attribute(SourceModel model, String path) {
        try {
            var parsed = FieldPath.parse(path);
            return model.streams().stream()
                    .filter(one -> one.name().text().equals(stream))
                    .flatMap(one -> one.find(parsed).stream())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
