package io.penstock.launcher.query;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rows as a table for people. The first page decides how wide the columns are; a terminal's width
 * is kept by cutting texts, the longest first. Without a terminal nothing is cut.
 */
final class TableRows implements RowWriter {

    /** Any width. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final String GAP = "  ";
    private static final int NARROWEST = 6;
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d):[\\d.]+Z");
    private static final String LEFT_TO_RIGHT = "\u200E";

    private final Appendable out;
    private final List<String> columns;
    private final int width;
    private int[] widths = {};

    /**
     * @param width columns of the terminal, or {@link #UNLIMITED}
     */
    TableRows(Appendable out, List<String> columns, int width) {
        this.out = out;
        this.columns = columns;
        this.width = width;
    }

    @Override
    public void page(List<Map<String, @Nullable Object>> rows) throws IOException {
        var lines = rows.stream().map(this::cells).toList();
        if (widths.length == 0) {
            widths = widths(lines);
            print(columns);
        }
        for (var line : lines) {
            print(line);
        }
    }

    private List<String> cells(Map<String, @Nullable Object> row) {
        return columns.stream().map(column -> shown(CellText.of(row.get(column)))).toList();
    }

    private static String shown(String text) {
        var time = TIME.matcher(text);
        return time.matches() ? time.group(1) + " " + time.group(2) : TerminalText.line(text);
    }

    private int[] widths(List<List<String>> lines) {
        var natural = new ArrayList<>(lines);
        natural.add(columns);
        var found = new int[columns.size()];
        for (var line : natural) {
            for (var i = 0; i < found.length; i++) {
                found[i] = Math.max(found[i], TerminalText.width(line.get(i)));
            }
        }
        if (width != UNLIMITED) {
            fit(found, width - GAP.length() * (found.length - 1));
        }
        return found;
    }

    private static void fit(int[] widths, int room) {
        var over = -room;
        for (var width : widths) {
            over += width;
        }
        while (over > 0) {
            var widest = 0;
            for (var i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                return;
            }
            widths[widest]--;
            over--;
        }
    }

    private void print(List<String> cells) throws IOException {
        var line = new StringBuilder();
        for (var i = 0; i < widths.length; i++) {
            var cell = cells.get(i);
            var fits = width == UNLIMITED ? cell : TerminalText.cut(cell, widths[i]);
            line.append(i == 0 ? "" : GAP).append(kept(fits, widths[i]));
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    /** Words written from right to left must not pull the next cell over. */
    private static String kept(String cell, int columns) {
        var padded = TerminalText.padded(cell, columns);
        return cell.codePoints().anyMatch(TableRows::rightToLeft)
                ? LEFT_TO_RIGHT + padded + LEFT_TO_RIGHT
                : padded;
    }

    private static boolean rightToLeft(int character) {
        var direction = Character.getDirectionality(character);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
