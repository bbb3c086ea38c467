package io.penstock.platform.export;

import io.penstock.platform.search.AssetRow;
import io.penstock.platform.search.ExportedAsset;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a file says of an asset; those of one group stand together. */
final class AssetColumns {

    private static final int SEVERITY_MAX = 5;

    static final List<Column<ExportedAsset>> ALL =
            Stream.of(row(), MachineColumns.of("", ExportedAsset::machine), open())
                    .flatMap(List::stream)
                    .toList();

    private AssetColumns() {}

    private static List<Column<ExportedAsset>> row() {
        return List.of(
                row("id", AssetRow::id),
                row("name", AssetRow::name),
                row("sources", AssetRow::sources),
                row("criticality", AssetRow::criticality),
                row("score", AssetRow::score),
                row("firstSeen", AssetRow::firstSeen),
                row("lastSeen", AssetRow::lastSeen),
                row("minimal", AssetRow::minimal));
    }

    /** A column each, whether there are any or not: the names do not hang on the rows. */
    private static List<Column<ExportedAsset>> open() {
        return Stream.iterate(SEVERITY_MAX, severity -> severity >= 1, severity -> severity - 1)
                .map(AssetColumns::open)
                .toList();
    }

    private static Column<ExportedAsset> open(Integer severity) {
        return row(
                "openFindings.severity" + severity,
                row -> row.openBySeverity().getOrDefault(severity, 0L));
    }

    private static Column<ExportedAsset> row(
            String name, Function<AssetRow, @Nullable Object> value) {
        return new Column<>(name, asset -> value.apply(asset.row()));
    }
}
