package io.penstock.core.transform;

import io.penstock.core.run.StreamName;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.Conversion.Unfit;
import io.penstock.core.transform.RowWatch.Counting;
import io.penstock.core.transform.RowWatch.Noting;
import io.penstock.core.transform.Transformed.Mapped;
import io.penstock.core.transform.Transformed.Rejected;
import io.penstock.core.transform.Tried.Outcome;
import io.penstock.core.value.FieldPath;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A map made ready for one stream: the projection of the paths it reads and the rows bound to
 * slots. The only place that decides whether a record is mapped or rejected.
 */
public final class CompiledMap {

    private final Projection projection;
    private final List<CompiledRow> rows = new ArrayList<>();
    private final Set<TargetAttribute> required = EnumSet.noneOf(TargetAttribute.class);

    /**
     * @param part which required attributes a record of this stream must fill
     * @param more paths the caller wants to read besides the map's own
     * @throws IllegalArgumentException with one sentence when a function cannot be used as it is
     *     called; a map that was checked never gives this
     */
    public CompiledMap(
            TransformMap map,
            StreamName stream,
            TargetAttribute.Part part,
            List<FieldPath> more,
            TextPatterns patterns) {
        var paths = new ArrayList<>(more);
        map.rowsOf(stream).forEach(r -> paths.addAll(r.source()));
        projection = new Projection(paths);
        for (var i = 0; i < map.rows().size(); i++) {
            var row = map.rows().get(i);
            if (row.stream().equals(stream)) {
                rows.add(new CompiledRow(i + 1, row, projection, patterns));
            }
        }
        for (var attribute : TargetAttribute.values()) {
            if (attribute.required() && attribute.part() == part) {
                required.add(attribute);
            }
        }
        rows.stream()
                .map(CompiledRow::row)
                .filter(MappingRow::required)
                .forEach(r -> required.add(r.target()));
    }

    public Projection projection() {
        return projection;
    }

    /** Maps one record; never throws for any data. */
    public Transformed transform(RecordValues values) {
        var out = new EnumMap<TargetAttribute, Object>(TargetAttribute.class);
        var counting = new Counting();
        for (var row : rows) {
            if (out.containsKey(row.target())) {
                continue;
            }
            try {
                var value = row.value(values, counting);
                if (value != null) {
                    out.put(row.target(), value);
                }
            } catch (Unfit e) {
                return new Rejected(row.target().key(), e.sentence());
            }
        }
        return complete(out, counting.kept());
    }

    /** As {@link #transform}, with every row's steps. */
    public Tried tryOut(RecordValues values) {
        var out = EnumSet.noneOf(TargetAttribute.class);
        var tried = new ArrayList<Tried.Row>();
        for (var row : rows) {
            var noting = new Noting();
            var outcome = outcome(row, values, noting, out.contains(row.target()));
            if (outcome.value() != null) {
                out.add(row.target());
            }
            tried.add(
                    new Tried.Row(
                            row.number(),
                            row.target(),
                            row.row().source(),
                            noting.found(),
                            noting.steps(),
                            outcome));
        }
        return new Tried(tried, transform(values));
    }

    private static Outcome outcome(
            CompiledRow row, RecordValues values, Noting noting, boolean taken) {
        try {
            var value = row.value(values, noting);
            if (taken && value != null) {
                noting.warn("a row before this one gave the target its value");
            }
            return new Outcome(taken ? null : value, noting.warnings(), null);
        } catch (Unfit e) {
            return taken
                    ? new Outcome(null, List.of(e.sentence()), null)
                    : new Outcome(null, noting.warnings(), e.sentence());
        }
    }

    private Transformed complete(EnumMap<TargetAttribute, Object> out, List<String> warnings) {
        for (var attribute : required) {
            if (!out.containsKey(attribute)) {
                return new Rejected(
                        attribute.key(), "required attribute has no value" + sourceOf(attribute));
            }
        }
        return new Mapped(new TargetRecord(out), warnings);
    }

    private String sourceOf(TargetAttribute attribute) {
        return rows.stream()
                .filter(r -> r.target() == attribute)
                .findFirst()
                .map(r -> "; it is mapped from " + r.row().source())
                .orElse("; the map has no row for it");
    }
}
