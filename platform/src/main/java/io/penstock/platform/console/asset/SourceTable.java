package io.penstock.platform.console.asset;

import io.penstock.core.schema.DataType;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.platform.search.AssetDetail;
import io.penstock.platform.search.AssetDetail.Source;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What each source says of one asset, side by side, and whose word counts.
 *
 * @param rows attribute by attribute, one cell per source
 */
public record SourceTable(List<Source> sources, List<Row> rows) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * @param times true when the values are times
     * @param differs true when two sources contradict each other
     * @param why half a sentence on whose word counts; empty where only one source speaks
     */
    public record Row(
            String attribute, boolean times, List<Cell> cells, boolean differs, String why) {}

    /**
     * @param values empty where the source says nothing; several of a list
     * @param counts the asset shows this
     */
    public record Cell(List<String> values, boolean counts) {}

    static SourceTable of(AssetDetail asset) {
        var sources = asset.sources();
        var names = new TreeSet<String>();
        sources.forEach(source -> names.addAll(source.attributes().keySet()));
        var origins = asset.identifiers().origins();
        return new SourceTable(
                sources, names.stream().map(name -> row(name, sources, origins)).toList());
    }

    private static Row row(String name, List<Source> sources, Map<String, UUID> origins) {
        var said = sources.stream().filter(source -> says(source, name)).toList();
        var origin = origins.get(name);
        var cells =
                sources.stream()
                        .map(source ->
                                new Cell(
                                        values(source.attributes().getOrDefault(name, "")),
                                        counts(source, name, sources.size(), origin)))
                        .toList();
        var different =
                said.stream().map(source -> source.attributes().get(name)).distinct().count() > 1;
        var attribute = TargetAttribute.find(name);
        return new Row(
                attribute.map(TargetAttribute::label).orElse(name),
                attribute.filter(known -> known.type() == DataType.DATE).isPresent(),
                cells,
                different,
                why(name, said, origin));
    }

    private static boolean says(Source source, String name) {
        return !source.attributes().getOrDefault(name, "").isEmpty();
    }

    private static boolean counts(Source source, String name, int of, @Nullable UUID origin) {
        return says(source, name) && (of == 1 || source.record().equals(origin));
    }

    private static String why(String name, List<Source> said, @Nullable UUID origin) {
        var chosen = said.stream().filter(source -> source.record().equals(origin)).findFirst();
        if (said.size() < 2 || chosen.isEmpty()) {
            return "";
        }
        if (name.equals(TargetAttribute.ASSET_FIRST_SEEN_ON.key())) {
            return "the earliest of all";
        }
        if (name.equals(TargetAttribute.ASSET_LAST_SEEN_ON.key())) {
            return "the latest of all";
        }
        var trust = chosen.get().trust();
        var best = said.stream().filter(source -> source.trust() <= trust).count();
        return best == 1
                ? "most trusted (trust " + trust + ")"
                : "newest record of the most trusted (trust " + trust + ")";
    }

    private static List<String> values(String text) {
        if (!text.startsWith("[")) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
        try {
            return JSON.readTree(text)
                    .valueStream()
                    .map(value -> value.isString() ? value.stringValue() : value.toString())
                    .toList();
        } catch (JacksonException e) {
            return List.of(text);
        }
    }
}
