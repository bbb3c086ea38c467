package io.penstock.query;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a field is compared in SQL: the expression, the frames it sits in, and how text is matched.
 *
 * @param expression constant SQL, such as {@code v.cve_id}
 * @param frames from the outermost to the innermost; empty for a column of the searched table
 */
public record SqlShape(String expression, List<Frame> frames, TextMatch match) {

    public SqlShape {
        frames = List.copyOf(frames);
    }

    /** A column of the searched table; a word without quotes is looked for anywhere in a text. */
    public static SqlShape column(String expression) {
        return new SqlShape(expression, List.of(), TextMatch.WORDS);
    }

    /** The same, inside one more frame. */
    public SqlShape in(Frame outer) {
        return new SqlShape(
                expression, Stream.concat(Stream.of(outer), frames.stream()).toList(), match);
    }

    public SqlShape matching(TextMatch how) {
        return new SqlShape(expression, frames, how);
    }
}
