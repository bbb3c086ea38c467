package io.penstock.vendor.crowdstrike.simulation.fql;

import java.util.List;

/** A parsed filter. */
public sealed interface Fql {

    /** All of them; written with {@code +}. */
    record And(List<Fql> parts) implements Fql {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** Any of them; written with a comma. */
    record Or(List<Fql> parts) implements Fql {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One comparison.
     *
     * @param values one, or the members of a list in brackets: any of them satisfies
     */
    record Clause(String property, Operator operator, List<Value> values) implements Fql {
        public Clause {
            values = List.copyOf(values);
        }
    }

    /** A literal: {@code quoted} tells {@code '30'} from {@code 30}. */
    record Value(String text, boolean quoted) {}

    /** What stands between the colon and the value. */
    enum Operator {
        EQUALS(""),
        NOT("!"),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        MATCHES("~"),
        NOT_MATCHES("!~"),
        WILDCARD("*"),
        NOT_WILDCARD("!*");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** As written. */
        public String symbol() {
            return symbol;
        }

        /** True for the four that compare sizes. */
        public boolean range() {
            return this == GREATER
                    || this == GREATER_OR_EQUAL
                    || this == LESS
                    || this == LESS_OR_EQUAL;
        }

        /** True for those that a record satisfies when it does not match. */
        public boolean negated() {
            return this == NOT || this == NOT_MATCHES || this == NOT_WILDCARD;
        }
    }
}
