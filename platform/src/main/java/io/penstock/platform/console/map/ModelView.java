package io.penstock.platform.console.map;

import io.penstock.core.schema.SourceAttribute;
import io.penstock.core.schema.SourceModel;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.MapDraft;
import io.penstock.platform.map.MapVersion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A data model as its page shows it, source and target alike (S-029, S-030).
 *
 * @param target true for the one that maps fill
 */
record ModelView(String name, String label, boolean target, List<Part> parts) {

    ModelView {
        parts = List.copyOf(parts);
    }

    /** A vendor's own map with its rows, which show how attributes are meant to be used. */
    record Supplied(MapVersion map, MapDraft draft) {

        /** The rows that are wanted, each with what is on its other side. */
        private Stream<Use> uses(
                Predicate<MapDraft.Row> wanted, Function<MapDraft.Row, String> other) {
            var rows = draft.rows();
            return IntStream.range(0, rows.size())
                    .filter(i -> wanted.test(rows.get(i)))
                    .mapToObj(i -> new Use(map, i + 1, other.apply(rows.get(i))));
        }
    }

    /**
     * @param name the stream; of the target model {@code asset} or {@code finding}
     * @param describes what its records say something of
     */
    record Part(String name, String describes, List<Attribute> attributes) {}

    /**
     * @param limits what its values are held to, in words; empty for nothing
     */
    record Attribute(
            String key,
            String label,
            String type,
            boolean required,
            boolean many,
            String limits,
            String description,
            String example,
            List<Use> uses) {

        private boolean matches(String filter) {
            var text = String.join("\n", key, label, description, type);
            return text.toLowerCase(Locale.ROOT).contains(filter);
        }
    }

    /** A row of a supplied map, and what stands on its other side. */
    record Use(MapVersion map, int row, String other) {}

    static ModelView of(SourceModel model, List<Supplied> maps) {
        var parts =
                model.streams().stream()
                        .map(stream ->
                                new Part(
                                        stream.name().text(),
                                        lower(stream.part()),
                                        stream.attributes().stream()
                                                .map(one -> of(stream.name().text(), one, maps))
                                                .toList()))
                        .toList();
        return new ModelView(model.name(), model.label(), false, parts);
    }

    static ModelView target(List<Supplied> maps) {
        var parts =
                Arrays.stream(TargetAttribute.Part.values())
                        .map(part ->
                                new Part(
                                        lower(part),
                                        lower(part),
                                        Arrays.stream(TargetAttribute.values())
                                                .filter(one -> one.part() == part)
                                                .map(one -> of(one, maps))
                                                .toList()))
                        .toList();
        return new ModelView(TargetAttribute.MODEL, "Risk inventory (ETM)", true, parts);
    }

    /** Only the attributes whose key, label, type or description has the text, in any case. */
    ModelView only(String filter) {
        var wanted = filter.strip().toLowerCase(Locale.ROOT);
        var found =
                parts.stream()
                        .map(part ->
                                new Part(
                                        part.name(),
                                        part.describes(),
                                        part.attributes().stream()
                                                .filter(one -> one.matches(wanted))
                                                .toList()))
                        .toList();
        return new ModelView(name, label, target, found);
    }

    public int count() {
        return parts.stream().mapToInt(part -> part.attributes().size()).sum();
    }

    public long required() {
        return parts.stream()
                .flatMap(part -> part.attributes().stream())
                .filter(Attribute::required)
                .count();
    }

    private static Attribute of(String stream, SourceAttribute one, List<Supplied> maps) {
        var path = one.path().toString();
        return new Attribute(
                path,
                one.label(),
                one.type().label(),
                one.required(),
                one.many(),
                "",
                one.description(),
                one.example(),
                uses(
                        maps,
                        row -> row.stream().equals(stream) && row.source().contains(path),
                        row -> "→ " + row.target()));
    }

    private static Attribute of(TargetAttribute one, List<Supplied> maps) {
        return new Attribute(
                one.key(),
                one.label(),
                one.type().label(),
                one.required(),
                one.many(),
                limits(one),
                one.description(),
                one.example(),
                uses(
                        maps,
                        row -> fills(row, one),
                        row -> row.source().isEmpty() ? "default" : row.source().getFirst()));
    }

    private static boolean fills(MapDraft.Row row, TargetAttribute target) {
        return TargetAttribute.find(row.target()).filter(target::equals).isPresent();
    }

    private static String limits(TargetAttribute one) {
        var shape = one.shape();
        if (!shape.words().isEmpty()) {
            return "one of " + String.join(", ", shape.words());
        }
        if (shape.most() > 0) {
            return "%d to %d".formatted(shape.least(), shape.most());
        }
        return shape.lengthMax() > 0
                ? String.format(Locale.ROOT, "at most %,d characters", shape.lengthMax())
                : "";
    }

    private static List<Use> uses(
            List<Supplied> maps,
            Predicate<MapDraft.Row> wanted,
            Function<MapDraft.Row, String> other) {
        return maps.stream().flatMap(map -> map.uses(wanted, other)).toList();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
