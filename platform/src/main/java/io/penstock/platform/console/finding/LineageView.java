package io.penstock.platform.console.finding;

import io.penstock.platform.search.FindingLineage;
import io.penstock.platform.search.FindingLineage.RecordOrigin;
import io.penstock.platform.search.FindingLineage.RunOrigin;
import io.penstock.platform.search.FindingLineage.ValueOrigin;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lineage of a finding as its page tells it: value by value with record, run and map. */
public record LineageView(FindingLineage lineage, List<Line> lines) {

    /**
     * @param origin the record that says so; null for what follows from several
     */
    public record Line(ValueOrigin value, @Nullable RecordOrigin origin) {

        public @Nullable RunOrigin run() {
            return origin == null ? null : origin.changed();
        }
    }

    static LineageView of(FindingLineage lineage) {
        Map<UUID, RecordOrigin> records =
                lineage.records().stream()
                        .collect(Collectors.toMap(RecordOrigin::record, Function.identity()));
        return new LineageView(
                lineage, lineage.values().stream().map(value -> line(value, records)).toList());
    }

    private static Line line(ValueOrigin value, Map<UUID, RecordOrigin> records) {
        var record = value.record();
        return new Line(value, record == null ? null : records.get(record));
    }
}
