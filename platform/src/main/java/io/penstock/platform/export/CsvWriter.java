package io.penstock.platform.export;

import io.penstock.core.value.SafeCell;
import io.penstock.platform.search.ExportedAsset;
import io.penstock.platform.search.ExportedFinding;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * RFC 4180 in UTF-8: a header, then a line for each record. Texts are no formulas ({@link
 * SafeCell}); what has no value is an empty cell.
 */
final class CsvWriter<T> implements RecordWriter<T> {

    private static final String SEPARATOR = "; ";

    private final List<Column<T>> columns;
    private final CSVPrinter lines;

    private CsvWriter(OutputStream out, List<Column<T>> columns) throws IOException {
        this.columns = columns;
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.lines = new CSVPrinter(text, CSVFormat.RFC4180);
        lines.printRecord(columns.stream().map(Column::name).toList());
    }

    static CsvWriter<ExportedFinding> findings(OutputStream out) throws IOException {
        return new CsvWriter<>(out, FindingColumns.ALL);
    }

    static CsvWriter<ExportedAsset> assets(OutputStream out) throws IOException {
        return new CsvWriter<>(out, AssetColumns.ALL);
    }

    @Override
    public void write(T record) throws IOException {
        var cells = new ArrayList<@Nullable String>(columns.size());
        for (var column : columns) {
            cells.add(cell(column.value().apply(record)));
        }
        lines.printRecord(cells);
    }

    private static @Nullable String cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case List<?> list -> SafeCell.of(joined(list));
            case Map<?, ?> map ->
                    SafeCell.of(
                            joined(
                                    map.entrySet().stream()
                                            .map(one -> one.getKey() + "=" + one.getValue())
                                            .toList()));
            default -> SafeCell.of(value.toString());
        };
    }

    private static String joined(List<?> texts) {
        return texts.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }

    @Override
    public void close() throws IOException {
        lines.flush();
    }
}
