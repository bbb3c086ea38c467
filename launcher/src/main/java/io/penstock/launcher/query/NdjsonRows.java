package io.penstock.launcher.query;

import io.penstock.wire.WireJson;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One JSON object a line. Control characters and what turns text around are escaped, so that a
 * terminal is safe and a program reads the very same text.
 */
final class NdjsonRows implements RowWriter {

    private final Appendable out;
    private final List<String> columns;

    /**
     * @param columns members to print; none means all that the platform sends
     */
    NdjsonRows(Appendable out, List<String> columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public void page(List<Map<String, @Nullable Object>> rows) throws IOException {
        for (var row : rows) {
            var json = new String(WireJson.write(chosen(row)), StandardCharsets.UTF_8);
            out.append(escaped(json)).append('\n');
        }
    }

    private Map<String, @Nullable Object> chosen(Map<String, @Nullable Object> row) {
        if (columns.isEmpty()) {
            return row;
        }
        var chosen = new LinkedHashMap<String, @Nullable Object>();
        columns.forEach(column -> chosen.put(column, row.get(column)));
        return chosen;
    }

    /** Outside its texts the JSON holds none of these. */
    private static String escaped(String json) {
        var line = new StringBuilder(json.length());
        for (var i = 0; i < json.length(); i++) {
            var c = json.charAt(i);
            if (!Character.isSurrogate(c) && TerminalText.steers(c)) {
                line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }
}
