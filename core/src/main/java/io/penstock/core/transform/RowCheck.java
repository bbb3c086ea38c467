package io.penstock.core.transform;

import io.penstock.core.run.StreamName;
import io.penstock.core.schema.DataType;
import io.penstock.core.schema.SourceModel;
import io.penstock.core.schema.SourceStream;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.MappingRow.Unmapped;
import io.penstock.core.value.FieldPath;
import io.penstock.core.value.Shown;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks one row of a map. Used once. */
final class RowCheck {

    static final int PATHS_MAX = 10;
    static final int WORDS_MAX = 1_000;
    private static final int WORD_LENGTH_MAX = 1_000;

    private final int number;
    private final MapDraft.Row row;
    private final @Nullable SourceModel model;
    private final TextPatterns patterns;
    private final List<MapFault> faults;
    private final int before;

    RowCheck(
            int number,
            MapDraft.Row row,
            @Nullable SourceModel model,
            TextPatterns patterns,
            List<MapFault> faults) {
        this.number = number;
        this.row = row;
        this.model = model;
        this.patterns = patterns;
        this.faults = faults;
        this.before = errors();
    }

    /** The row, when nothing is wrong that would keep it from working. */
    Optional<MappingRow> check() {
        var stream = stream();
        var paths = paths();
        var type = type();
        var target = target();
        var unmapped = unmapped();
        target.ifPresent(this::checkWords);
        if (type.isPresent() && target.isPresent()) {
            checkModel(stream, paths, type.get(), target.get());
            new CallCheck(row, patterns, (code, s) -> error("functions", code, s))
                    .check(type.get(), target.get());
        }
        if (errors() > before || stream.isEmpty() || type.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new MappingRow(
                        stream.get(),
                        paths,
                        type.get(),
                        target.get(),
                        row.functions(),
                        row.valueMap(),
                        unmapped,
                        row.fallback(),
                        row.required()));
    }

    private Optional<DataType> type() {
        var type = DataType.find(row.type());
        if (type.isEmpty()) {
            var labels = Arrays.stream(DataType.values()).map(DataType::label).toList();
            error(
                    "type",
                    "TYPE_UNKNOWN",
                    "Type '%s' is none of %s.".formatted(Shown.of(row.type()), labels));
        }
        return type;
    }

    private Optional<TargetAttribute> target() {
        var target = TargetAttribute.find(row.target());
        if (target.isEmpty()) {
            error(
                    "target",
                    "TARGET_UNKNOWN",
                    "Target '%s' is not in the target model.".formatted(Shown.of(row.target())));
        }
        return target;
    }

    private Optional<StreamName> stream() {
        try {
            var name = new StreamName(row.stream());
            if (model == null || model.find(name).isPresent()) {
                return Optional.of(name);
            }
        } catch (IllegalArgumentException e) {
            error("stream", "STREAM_UNKNOWN", sentence(e));
            return Optional.empty();
        }
        error(
                "stream",
                "STREAM_UNKNOWN",
                "The source model has no stream '%s'.".formatted(row.stream()));
        return Optional.empty();
    }

    private List<FieldPath> paths() {
        if (row.source().isEmpty() && row.fallback() == null) {
            error("source", "SOURCE_MISSING", "The row needs a source path or a default.");
        }
        if (row.source().size() > PATHS_MAX) {
            error(
                    "source",
                    "SOURCE_INVALID",
                    "The row has %d source paths, at most %d."
                            .formatted(row.source().size(), PATHS_MAX));
        }
        var paths = new ArrayList<FieldPath>();
        for (var text : row.source()) {
            try {
                paths.add(FieldPath.parse(text));
            } catch (IllegalArgumentException e) {
                error("source", "SOURCE_INVALID", sentence(e));
            }
        }
        return paths;
    }

    private Unmapped unmapped() {
        for (var policy : Unmapped.values()) {
            if (policy.name().equalsIgnoreCase(row.unmapped())) {
                if (policy == Unmapped.DEFAULT && row.fallback() == null) {
                    error(
                            "unmapped",
                            "DEFAULT_MISSING",
                            "A value the value map does not know becomes the default, but the row"
                                    + " has none.");
                }
                return policy;
            }
        }
        error(
                "unmapped",
                "UNMAPPED_UNKNOWN",
                "'%s' is none of pass, warn, default, reject.".formatted(Shown.of(row.unmapped())));
        return Unmapped.PASS;
    }

    private void checkWords(TargetAttribute target) {
        if (row.fallback() != null) {
            checkValue("default", "DEFAULT_UNFIT", row.fallback(), target);
        }
        if (row.valueMap().size() > WORDS_MAX) {
            error(
                    "valueMap",
                    "VALUE_MAP_TOO_LARGE",
                    "The value map has %d words, at most %d."
                            .formatted(row.valueMap().size(), WORDS_MAX));
            return;
        }
        row.valueMap()
                .forEach((word, value) -> {
                    if (!word.equals(word.strip()) || word.length() > WORD_LENGTH_MAX) {
                        error(
                                "valueMap",
                                "VALUE_MAP_WORD",
                                "Source word '%s' can never match: words are compared without blanks at"
                                                .formatted(Shown.of(word))
                                        + " their ends and have at most 1,000 characters.");
                    }
                    checkValue("valueMap", "VALUE_MAP_UNFIT", value, target);
                });
    }

    private void checkValue(String field, String code, String value, TargetAttribute target) {
        var fault =
                value.length() > WORD_LENGTH_MAX || !Shown.clean(value).equals(value)
                        ? Optional.of("it is longer than 1,000 characters, or no database takes it")
                        : TargetFit.fault(target, value);
        fault.ifPresent(why ->
                error(
                        field,
                        code,
                        "'%s' is no value of target '%s': %s."
                                .formatted(Shown.of(value), target.key(), why)));
    }

    private void checkModel(
            Optional<StreamName> name,
            List<FieldPath> paths,
            DataType type,
            TargetAttribute target) {
        var stream = model == null ? Optional.<SourceStream>empty() : name.flatMap(model::find);
        if (stream.isEmpty()) {
            return;
        }
        if (target.part() != stream.get().part()) {
            error(
                    "target",
                    "TARGET_OF_OTHER_PART",
                    "Target '%s' says something of the %s, but stream '%s' brings the other."
                            .formatted(
                                    target.key(),
                                    target.part().name().toLowerCase(Locale.ROOT),
                                    stream.get().name()));
        }
        for (var path : paths) {
            var attribute = stream.get().find(path);
            if (attribute.isEmpty()) {
                error(
                        "source",
                        "SOURCE_UNKNOWN",
                        "Path '%s' is not in stream '%s' of the source model."
                                .formatted(path, stream.get().name()));
            } else if (paths.getFirst().equals(path) && !attribute.get().type().fits(type)) {
                error(
                        "type",
                        "TYPE_UNFIT",
                        "Path '%s' holds %s, which never is %s."
                                .formatted(path, attribute.get().type().meaning(), type.meaning()));
            }
        }
    }

    private int errors() {
        return (int) faults.stream().filter(MapFault::error).count();
    }

    private void error(String field, String code, String sentence) {
        faults.add(MapFault.error(number, field, code, sentence));
    }

    static String sentence(IllegalArgumentException e) {
        var text = String.valueOf(e.getMessage());
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
