package io.penstock.platform.upload;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.FieldPath;
import io.penstock.source.StreamSpec;

import tools.jackson.core.JsonGenerator;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The columns of a file, named by the paths of the source model, and how a line becomes an object:
 * {@code cve.id} is a member within a member; the cells of {@code network_interfaces[].local_ip}
 * and {@code network_interfaces[].mac_address} are cut at the separator and put together by their
 * order.
 */
final class CsvColumns {

    /** Most columns of a file. */
    static final int COLUMNS_MAX = 500;

    /** Most elements of a list in one cell. */
    static final int ELEMENTS_MAX = 1_000;

    /** A member; a leaf has a column. */
    private static final class Node {
        private final Map<String, Node> children = new LinkedHashMap<>();
        private final boolean each;
        private int column = -1;

        Node(boolean each) {
            this.each = each;
        }
    }

    private final Node root = new Node(false);
    private final int count;
    private final Pattern separator;

    private CsvColumns(int count, char separator) {
        this.count = count;
        this.separator = Pattern.compile(Pattern.quote(String.valueOf(separator)));
    }

    /**
     * @throws FaultException CONFIGURATION naming the column that cannot be used
     */
    static CsvColumns of(List<String> names, StreamSpec stream, char separator) {
        if (names.size() > COLUMNS_MAX) {
            throw refused(
                    "The file has " + names.size() + " columns, at most " + COLUMNS_MAX + ".");
        }
        var columns = new CsvColumns(names.size(), separator);
        var seen = new HashSet<String>();
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i).strip();
            if (!seen.add(name)) {
                throw refused("Column " + (i + 1) + " is the second one named '" + name + "'.");
            }
            columns.add(name, i);
        }
        if (!seen.contains(stream.recordKey().toString())) {
            throw refused(
                    "The file has no column '" + stream.recordKey() + "', the record's own id.");
        }
        if (stream.hostKeys().stream().noneMatch(key -> seen.contains(key.toString()))) {
            throw refused(
                    "The file has none of the columns "
                            + stream.hostKeys()
                            + ", which say what host a record is about.");
        }
        return columns;
    }

    private void add(String name, int column) {
        FieldPath path;
        try {
            path = FieldPath.parse(name);
        } catch (IllegalArgumentException e) {
            throw refused("Column " + (column + 1) + ": " + e.getMessage() + ".");
        }
        if (path.steps().stream().filter(FieldPath.Step::each).count() > 1) {
            throw refused("Column '" + name + "' goes through two lists, at most one.");
        }
        var node = root;
        for (var step : path.steps()) {
            node = node.children.computeIfAbsent(step.name(), _ -> new Node(step.each()));
            if (node.each != step.each() || node.column >= 0) {
                throw refused("Column '" + name + "' does not fit the columns before it.");
            }
        }
        if (!node.children.isEmpty()) {
            throw refused("Column '" + name + "' does not fit the columns before it.");
        }
        node.column = column;
    }

    int count() {
        return count;
    }

    /** Writes one line as an object; empty cells are left out. */
    void write(String[] cells, JsonGenerator out) {
        out.writeStartObject();
        members(root, cells, out);
        out.writeEndObject();
    }

    private void members(Node node, String[] cells, JsonGenerator out) {
        for (var child : node.children.entrySet()) {
            if (filled(child.getValue(), cells)) {
                out.writeName(child.getKey());
                if (child.getValue().each) {
                    list(child.getValue(), cells, out);
                } else {
                    value(child.getValue(), cells, out);
                }
            }
        }
    }

    private void value(Node node, String[] cells, JsonGenerator out) {
        if (node.column >= 0) {
            out.writeString(cells[node.column]);
        } else {
            write(node, cells, out);
        }
    }

    private void write(Node node, String[] cells, JsonGenerator out) {
        out.writeStartObject();
        members(node, cells, out);
        out.writeEndObject();
    }

    private void list(Node node, String[] cells, JsonGenerator out) {
        var pieces = new String[cells.length][];
        var longest = pieces(node, cells, pieces);
        out.writeStartArray();
        for (var i = 0; i < longest; i++) {
            var element = new String[cells.length];
            for (var column = 0; column < cells.length; column++) {
                var cut = pieces[column];
                element[column] = cut == null || i >= cut.length ? "" : cut[i].strip();
            }
            if (filled(node, element)) {
                value(node, element, out);
            }
        }
        out.writeEndArray();
    }

    /** Cuts the cells below a node; the answer is the longest list. */
    private int pieces(Node node, String[] cells, String[][] pieces) {
        if (node.column >= 0) {
            pieces[node.column] = separator.split(cells[node.column], ELEMENTS_MAX);
            return pieces[node.column].length;
        }
        var longest = 0;
        for (var child : node.children.values()) {
            longest = Math.max(longest, pieces(child, cells, pieces));
        }
        return longest;
    }

    private static boolean filled(Node node, String[] cells) {
        return node.column >= 0
                ? !cells[node.column].isEmpty()
                : node.children.values().stream().anyMatch(child -> filled(child, cells));
    }

    private static FaultException refused(String sentence) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "UPLOAD_COLUMNS",
                sentence,
                "Name the columns by the paths of the connector's data model.");
    }
}
