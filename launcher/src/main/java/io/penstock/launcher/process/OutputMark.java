package io.penstock.launcher.process;

import java.util.regex.Pattern;

/**
 * A line of a child's output that somebody waits for.
 *
 * @param name how the mark is asked for
 * @param pattern found anywhere in a line; the first line that has it counts
 * @param confidential true when the line must not reach the log file
 */
public record OutputMark(String name, Pattern pattern, boolean confidential) {

    /** A mark whose line may be kept. */
    public static OutputMark open(String name, String pattern) {
        return new OutputMark(name, Pattern.compile(pattern), false);
    }

    /** A mark whose line carries a secret. */
    public static OutputMark confidential(String name, String pattern) {
        return new OutputMark(name, Pattern.compile(pattern), true);
    }
}
