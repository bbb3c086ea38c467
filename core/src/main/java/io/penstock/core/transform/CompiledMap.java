package io.penstock.core.transform;

import io.penstock.core.run.StreamName;
import io.penstock.core.schema.DataType;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.Transformed.Mapped;
import io.penstock.core.transform.Transformed.Rejected;
import io.penstock.core.value.FieldPath;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A map made ready for one stream: the projection of the paths it reads and the rows bound to
 * slots. The only place that decides whether a record is mapped or rejected.
 */
public final class CompiledMap {

    private static final BigDecimal SCORE_MAX = BigDecimal.TEN;
    private static final int SEVERITY_MAX = 5;

    /** A row with its paths resolved to slots. */
    private record Plan(MappingRow row, int[] slots, boolean allPaths) {}

    private final Projection projection;
    private final List<Plan> plans;
    private final Set<TargetAttribute> required;

    /**
     * @param part which required attributes a record of this stream must fill
     * @param more paths the caller wants to read besides the map's own
     */
    public CompiledMap(
            TransformMap map, StreamName stream, TargetAttribute.Part part, List<FieldPath> more) {
        var rows = map.rowsOf(stream);
        var paths = new ArrayList<>(more);
        rows.forEach(r -> paths.addAll(r.source()));
        projection = new Projection(paths);
        plans = rows.stream().map(this::plan).toList();
        required = EnumSet.noneOf(TargetAttribute.class);
        for (var attribute : TargetAttribute.values()) {
            if (attribute.required() && attribute.part() == part) {
                required.add(attribute);
            }
        }
        rows.stream().filter(MappingRow::required).forEach(r -> required.add(r.target()));
    }

    private Plan plan(MappingRow row) {
        var slots = row.source().stream().mapToInt(projection::slot).toArray();
        return new Plan(row, slots, row.takesAllPaths());
    }

    public Projection projection() {
        return projection;
    }

    /** Maps one record; never throws for any data. */
    public Transformed transform(RecordValues values) {
        var out = new EnumMap<TargetAttribute, Object>(TargetAttribute.class);
        var warnings = new ArrayList<String>(0);
        for (var plan : plans) {
            var refusal = fill(plan, values, out, warnings);
            if (refusal != null) {
                return new Rejected(plan.row().target().key(), refusal);
            }
        }
        for (var attribute : required) {
            if (!out.containsKey(attribute)) {
                return new Rejected(
                        attribute.key(), "required attribute has no value" + sourceOf(attribute));
            }
        }
        return new Mapped(new TargetRecord(out), warnings);
    }

    private String sourceOf(TargetAttribute attribute) {
        return plans.stream()
                .filter(p -> p.row().target() == attribute)
                .findFirst()
                .map(p -> "; it is mapped from " + p.row().source())
                .orElse("; the map has no row for it");
    }

    /** Fills one target; the answer is null, or why the record is rejected. */
    private @Nullable String fill(
            Plan plan,
            RecordValues values,
            Map<TargetAttribute, Object> out,
            List<String> warnings) {
        var row = plan.row();
        var target = row.target();
        if (out.containsKey(target)) {
            return null;
        }
        List<String> found =
                plan.allPaths() ? sideBySide(plan, values) : firstPresent(plan, values);
        for (var function : row.functions()) {
            found = function.apply(found);
        }
        if (found.isEmpty()) {
            found = row.fallback() == null ? List.of() : List.of(row.fallback());
        } else if (!row.valueMap().isEmpty()) {
            var words = translate(row, found, warnings);
            if (words == null) {
                return "value '" + found.getFirst() + "' is not in the row's value map";
            }
            found = words;
        }
        try {
            var value = typed(row, found, warnings);
            if (value != null) {
                out.put(target, value);
            }
            return null;
        } catch (Conversion.Unfit e) {
            return e.getMessage();
        }
    }

    private static List<String> firstPresent(Plan plan, RecordValues values) {
        for (var slot : plan.slots()) {
            var found = values.all(slot);
            if (!found.isEmpty() && !(found.size() == 1 && found.getFirst().isBlank())) {
                return found;
            }
        }
        return List.of();
    }

    private static List<String> sideBySide(Plan plan, RecordValues values) {
        var found = new ArrayList<String>(plan.slots().length);
        for (var slot : plan.slots()) {
            var value = values.first(slot);
            if (value == null) {
                return List.of();
            }
            found.add(value);
        }
        return found;
    }

    private static @Nullable List<String> translate(
            MappingRow row, List<String> found, List<String> warnings) {
        var words = new ArrayList<String>(found.size());
        for (var value : found) {
            var word = row.valueMap().get(value.strip());
            if (word == null && row.unmapped() == MappingRow.Unmapped.REJECT) {
                return null;
            }
            if (word == null && row.unmapped() == MappingRow.Unmapped.WARN) {
                warnings.add(
                        row.target().key() + ": value '" + value + "' is not in the value map");
            }
            words.add(word == null ? value : word);
        }
        return words;
    }

    private static @Nullable Object typed(MappingRow row, List<String> found, List<String> warnings)
            throws Conversion.Unfit {
        var target = row.target();
        if (target.many()) {
            return many(row, found, warnings);
        }
        if (found.isEmpty() || found.getFirst().isBlank()) {
            return null;
        }
        // The row's type is checked on what the vendor sent; a value map's word is the target's
        // own.
        if (row.valueMap().isEmpty()
                && row.type() != DataType.STRING
                && row.type() != target.type()) {
            Conversion.convert(found.getFirst(), row.type());
        }
        return bounded(target, Conversion.convert(found.getFirst(), target.type()));
    }

    /** Of a list an unfit element is left out with a warning: the others are still true. */
    private static @Nullable List<String> many(
            MappingRow row, List<String> found, List<String> warnings) {
        var kept = new ArrayList<String>(found.size());
        for (var value : found) {
            try {
                var one = (String) Conversion.convert(value, row.target().type());
                if (!one.isBlank() && !kept.contains(one)) {
                    kept.add(one);
                }
            } catch (Conversion.Unfit e) {
                warnings.add(row.target().key() + ": " + e.getMessage());
            }
        }
        return kept.isEmpty() ? null : List.copyOf(kept);
    }

    private static Object bounded(TargetAttribute target, Object value) throws Conversion.Unfit {
        return switch (value) {
            case String text when text.indexOf('\0') >= 0 ->
                    bounded(target, text.replace("\0", ""));
            case String text when text.length() > target.lengthMax() -> cut(target, text);
            case BigDecimal score when score.signum() < 0 || score.compareTo(SCORE_MAX) > 0 ->
                    throw new Conversion.Unfit("score " + score + " is not within 0 to 10");
            case Integer level
                    when target == TargetAttribute.FINDING_SEVERITY
                            && (level < 1 || level > SEVERITY_MAX) ->
                    throw new Conversion.Unfit("severity " + level + " is not within 1 to 5");
            case Integer number when number < 0 || number > Short.MAX_VALUE ->
                    throw new Conversion.Unfit("number " + number + " is not within 0 to 32767");
            default -> value;
        };
    }

    /** A key must not be cut, or two of them could become one; prose may be. */
    private static String cut(TargetAttribute target, String text) throws Conversion.Unfit {
        if (target.required()) {
            throw new Conversion.Unfit(
                    "value has " + text.length() + " characters, at most " + target.lengthMax());
        }
        return text.substring(0, target.lengthMax());
    }
}
