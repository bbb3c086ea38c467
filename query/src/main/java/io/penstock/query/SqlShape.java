package io.penstock.query;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a field is compared in SQL: the expression, the frames it sits in, and how text is matched.
 *
 * @param expression constant SQL, such as {@code v.cve_id}
 * @param frames from the outermost to the innermost; empty for a column of the searched table
 * @param daysSince true when the expression is a date and the field counts the whole days since it
 */
public record SqlShape(String expression, List<Frame> frames, TextMatch match, boolean daysSince) {

    public SqlShape {
        frames = List.copyOf(frames);
    }

    /** A column of the searched table; a word without quotes is looked for anywhere in a text. */
    public static SqlShape column(String expression) {
        return new SqlShape(expression, List.of(), TextMatch.WORDS, false);
    }

    /** A number of whole days: how long ago a date of the searched table is. */
    public static SqlShape daysSince(String date) {
        return new SqlShape(date, List.of(), TextMatch.WORDS, true);
    }

    /** The same, inside one more frame. */
    public SqlShape in(Frame outer) {
        var all = Stream.concat(Stream.of(outer), frames.stream()).toList();
        return new SqlShape(expression, all, match, daysSince);
    }

    public SqlShape matching(TextMatch how) {
        return new SqlShape(expression, frames, how, daysSince);
    }

    /** The same, seen from inside its first frames. */
    SqlShape inside(int entered) {
        return new SqlShape(expression, frames.subList(entered, frames.size()), match, daysSince);
    }
}
