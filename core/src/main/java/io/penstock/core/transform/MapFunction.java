package io.penstock.core.transform;

import io.penstock.core.schema.DataType;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * A function that a row can name: data for whoever writes or documents maps, and what makes it
 * ready to run. Functions take the values found and give the values that go on; they never fail,
 * wait or run anybody's code (etm 5.3).
 *
 * @param name the name used in maps, such as {@code trim}
 * @param help what a person reads of it
 */
public record MapFunction(String name, Signature signature, Help help, Maker maker) {

    /** What a function works on. */
    public enum Over {
        /** Every value by itself. */
        EACH,
        /** All values found together. */
        LIST,
        /** One value of each of the row's paths, side by side; only as a row's first function. */
        PATHS
    }

    /**
     * @param gives the type that comes out; null when it is the type that went in
     */
    public record Signature(
            Over over, DataType takes, @Nullable DataType gives, List<Argument> arguments) {

        public Signature {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * @param does one sentence
     * @param onBadInput one sentence: what becomes of a value it cannot work on
     */
    public record Help(String does, String onBadInput, Example example) {}

    /** A documented use; the build runs every one of them. */
    public record Example(Map<String, String> arguments, List<String> in, List<String> out) {

        public Example {
            arguments = Map.copyOf(arguments);
            in = List.copyOf(in);
            out = List.copyOf(out);
        }
    }

    /** Makes a function ready for one row. */
    public interface Maker {
        /**
         * @throws IllegalArgumentException with one sentence when the arguments do not go together
         */
        Operator make(Arguments arguments, TextPatterns patterns);
    }

    /** A function with its arguments. Safe from any thread, and never throws. */
    public interface Operator {
        List<String> apply(List<String> in, Warnings warnings);
    }

    /** Takes one sentence for each value that was not what a function expects. */
    public interface Warnings {
        void warn(String sentence);
    }

    /**
     * Makes a call ready.
     *
     * @throws IllegalArgumentException with one sentence when an argument is wrong
     */
    public Operator make(Map<String, String> arguments, TextPatterns patterns) {
        return maker.make(Arguments.of(this, arguments), patterns);
    }
}
