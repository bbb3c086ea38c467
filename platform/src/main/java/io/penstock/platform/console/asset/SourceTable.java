package io.penstock.platform.console.asset;

import io.penstock.platform.search.AssetDetail.Source;

import java.util.List;
import java.util.TreeSet;

/**
 * What each source says of one asset, side by side.
 *
 * @param rows attribute by attribute, one cell per source; an empty cell where it says nothing
 */
public record SourceTable(List<Source> sources, List<Row> rows) {

    /**
     * @param differs true when two sources contradict each other
     */
    public record Row(String attribute, List<String> cells, boolean differs) {}

    static SourceTable of(List<Source> sources) {
        var names = new TreeSet<String>();
        sources.forEach(source -> names.addAll(source.attributes().keySet()));
        return new SourceTable(sources, names.stream().map(name -> row(name, sources)).toList());
    }

    private static Row row(String name, List<Source> sources) {
        var cells =
                sources.stream().map(source -> source.attributes().getOrDefault(name, "")).toList();
        var said = cells.stream().filter(cell -> !cell.isEmpty()).distinct().count();
        return new Row(name, cells, said > 1);
    }
}
