package io.penstock.query;

import java.util.List;

/**
 * A query as it was written. Example: {@code severity:5 and not status:FIXED} is {@code And[Term,
 * Not[Term]]}. Parentheses leave no trace but the shape of the tree.
 */
public sealed interface Query {

    /** An empty text: everything. */
    record All() implements Query {}

    record And(List<Query> parts) implements Query {

        public And {
            parts = atLeastTwo(parts);
        }
    }

    record Or(List<Query> parts) implements Query {

        public Or {
            parts = atLeastTwo(parts);
        }
    }

    record Not(Query part) implements Query {}

    /** One field and what is asked of it. */
    record Term(String field, Predicate predicate, Place place) implements Query {}

    /** {@code path:(…)}: the names inside continue the path, about one and the same thing. */
    record Group(String path, Query part, Place place) implements Query {}

    /** Values without a field, all of which must be found in the usual fields. */
    record Words(List<Value> values) implements Query {

        public Words {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("words are at least one");
            }
        }
    }

    private static List<Query> atLeastTwo(List<Query> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("and/or join at least two parts");
        }
        return List.copyOf(parts);
    }
}
