package io.penstock.query;

import java.util.List;

/** What is asked of one field. */
public sealed interface Predicate {

    /** {@code :value}, {@code >5}. */
    record Compare(Operator operator, Value value) implements Predicate {}

    /** {@code :[a, b]}. */
    record AnyOf(List<Value> values) implements Predicate {

        public AnyOf {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a list of values is not empty");
            }
        }
    }

    /** {@code :[a .. b]} with both ends, {@code :(a .. b)} without. */
    record Between(Value from, Value to, boolean inclusive) implements Predicate {}

    /** {@code is null}. */
    record Missing() implements Predicate {}

    /** {@code :*}. */
    record Present() implements Predicate {}
}
