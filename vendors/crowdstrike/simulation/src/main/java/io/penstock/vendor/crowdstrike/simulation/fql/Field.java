package io.penstock.vendor.crowdstrike.simulation.fql;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * How a filter reads one property of a record.
 *
 * @param <T> the record
 */
public sealed interface Field<T> {

    /** The value of a {@link Time} field that a record does not have. */
    long NO_TIME = Long.MIN_VALUE;

    /**
     * A text compared exactly and with case; null when the record does not have it.
     *
     * @param patterns whether {@code *} and {@code ~} are allowed
     */
    record Text<T>(Function<T, @Nullable String> of, boolean patterns) implements Field<T> {}

    /**
     * Several texts, any of which may satisfy a comparison.
     *
     * @param patterns whether {@code *} and {@code ~} are allowed
     */
    record Texts<T>(Function<T, List<String>> of, boolean patterns) implements Field<T> {}

    /** An instant in epoch milliseconds, or {@link #NO_TIME}. */
    record Time<T>(ToLongFunction<T> of) implements Field<T> {}

    /**
     * A number, NaN when the record does not have it.
     *
     * @param ranges whether sizes may be compared
     */
    record Numeric<T>(ToDoubleFunction<T> of, boolean ranges) implements Field<T> {}

    /** Yes or no, written without quotes. */
    record Flag<T>(Predicate<T> of) implements Field<T> {}
}
