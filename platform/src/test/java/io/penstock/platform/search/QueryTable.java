package io.penstock.platform.search;

import io.penstock.query.CompiledQuery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rows of {@code query-table.txt}. There, {@code name{condition}} is short for the SQL that the
 * file's head gives the name, with the condition in its hole.
 */
record QueryTable(Map<String, String> shorthand, List<Row> rows) {

    private static final Pattern SHORT = Pattern.compile("(\\w+)\\{([^{}]*)\\}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /**
     * @param page {@code f} for findings, {@code a} for assets
     * @param where the condition with its shorthand, or empty when the query is refused
     * @param binds as {@link #shown} shows them
     * @param found names of the rows that match, or the sentence of the refusal
     */
    record Row(String page, String query, String where, String binds, String found) {

        boolean refused() {
            return where.isEmpty();
        }

        @Override
        public String toString() {
            return page + ": " + query;
        }
    }

    static QueryTable read() {
        var table = new QueryTable(new HashMap<>(), new ArrayList<>());
        for (var block : Facts.text("query-table.txt").split("\n\n", -1)) {
            var row = new HashMap<String, String>();
            block.lines().forEach(line -> table.read(line, row));
            if (row.containsKey("?")) {
                table.rows.add(row(row));
            }
        }
        return table;
    }

    private void read(String line, Map<String, String> row) {
        if (line.startsWith("@ ")) {
            var parts = line.substring(2).split(" = ", 2);
            shorthand.put(parts[0], parts[1]);
        } else if (line.startsWith("f? ") || line.startsWith("a? ")) {
            row.put("page", line.substring(0, 1));
            row.put("?", line.substring(3));
        } else if (!line.startsWith("#") && !line.isEmpty()) {
            row.put(line.substring(0, 1), line.substring(1).strip());
        }
    }

    private static Row row(Map<String, String> row) {
        return new Row(
                row.getOrDefault("page", ""),
                row.getOrDefault("?", "").replace('\u2400', '\0'),
                row.getOrDefault("=", ""),
                row.getOrDefault("+", ""),
                row.getOrDefault(row.containsKey("!") ? "!" : ">", ""));
    }

    /** The condition in full. */
    String sql(Row row) {
        var sql = row.where();
        for (var match = SHORT.matcher(sql); match.find(); match = SHORT.matcher(sql)) {
            var frame = shorthand.getOrDefault(match.group(1), "(no shorthand " + match.group(1));
            sql =
                    sql.substring(0, match.start())
                            + frame.replace("%", match.group(2))
                            + sql.substring(match.end());
        }
        return flat(sql.replace("KEV", shorthand.getOrDefault("KEV", "")));
    }

    static String flat(String sql) {
        return BLANKS.matcher(sql).replaceAll(" ").strip();
    }

    static String shown(CompiledQuery compiled) {
        return compiled.binds().entrySet().stream()
                .map(bind -> bind.getKey() + "=" + shown(bind.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String shown(Object value) {
        return value instanceof String text ? "\"" + text + "\"" : value.toString();
    }
}
