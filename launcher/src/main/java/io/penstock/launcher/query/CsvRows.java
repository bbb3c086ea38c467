package io.penstock.launcher.query;

import io.penstock.core.value.SafeCell;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Rows as CSV (RFC 4180) with a line of names. No cell is a formula ({@link SafeCell}). Control
 * characters but line ends become a stand-in.
 */
final class CsvRows implements RowWriter {

    private static final char STAND_IN = '\uFFFD';

    private final CSVPrinter lines;
    private final List<String> columns;
    private boolean begun;

    CsvRows(Appendable out, List<String> columns) throws IOException {
        this.lines = new CSVPrinter(out, CSVFormat.RFC4180);
        this.columns = columns;
    }

    @Override
    public void page(List<Map<String, @Nullable Object>> rows) throws IOException {
        if (!begun) {
            begun = true;
            lines.printRecord(columns);
        }
        for (var row : rows) {
            lines.printRecord(columns.stream().map(column -> cell(row.get(column))));
        }
    }

    private static String cell(@Nullable Object value) {
        return value instanceof Number number
                ? number.toString()
                : SafeCell.of(harmless(CellText.of(value)));
    }

    private static String harmless(String text) {
        var harmless = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) && "\t\r\n".indexOf(c) < 0 ? STAND_IN : c)
                .forEach(harmless::appendCodePoint);
        return harmless.toString();
    }
}
