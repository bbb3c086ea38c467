package io.penstock.launcher.query;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows as CSV (RFC 4180) with a line of names. No cell is a formula: what a spreadsheet would take
 * for one gets an apostrophe before it. Control characters but line ends become a stand-in.
 */
final class CsvRows implements RowWriter {

    private static final String LINE_END = "\r\n";
    private static final String FORMULA_BEGINS = "=+-@\t\r\n＝＋－＠";
    private static final String QUOTED = ",\"\r\n";
    private static final char STAND_IN = '\uFFFD';

    private final Appendable out;
    private final List<String> columns;
    private boolean begun;

    CsvRows(Appendable out, List<String> columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public void page(List<Map<String, @Nullable Object>> rows) throws IOException {
        if (!begun) {
            begun = true;
            out.append(String.join(",", columns)).append(LINE_END);
        }
        for (var row : rows) {
            out.append(line(row)).append(LINE_END);
        }
    }

    private String line(Map<String, @Nullable Object> row) {
        return columns.stream()
                .map(column -> cell(row.get(column)))
                .collect(Collectors.joining(","));
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.toString();
        }
        var text = harmless(CellText.of(value));
        return text.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    private static String harmless(String text) {
        var begin = !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" : "";
        return begin
                + text.codePoints()
                        .map(c ->
                                Character.isISOControl(c) && "\t\r\n".indexOf(c) < 0 ? STAND_IN : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append);
    }
}
