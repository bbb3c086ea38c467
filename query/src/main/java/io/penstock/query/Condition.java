package io.penstock.query;

import java.util.List;

/** What is asked of one expression, with values as the database takes them. */
sealed interface Condition {

    /** Equal to any of these. */
    record Whole(List<Object> values) implements Condition {

        public Whole {
            values = List.copyOf(values);
        }
    }

    /** A LIKE pattern, its wildcards escaped where the user did not mean them. */
    record Like(String pattern) implements Condition {}

    record Order(Operator operator, Object value) implements Condition {}

    record Both(Condition first, Condition second) implements Condition {}

    record Either(List<Condition> conditions) implements Condition {

        public Either {
            conditions = List.copyOf(conditions);
        }
    }

    record Missing() implements Condition {}

    record Present() implements Condition {}
}
