package io.penstock.query;

import java.util.Arrays;

/** What stands between a field and its value. */
public enum Operator {
    /** Matches, in the way of the value's quotes. */
    MATCHES(":"),
    EQUALS("="),
    LESS("<"),
    GREATER(">"),
    AT_MOST("<="),
    AT_LEAST(">=");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** True for the four that need an order: numbers and dates. */
    public boolean ordering() {
        return this != MATCHES && this != EQUALS;
    }

    static Operator of(String symbol) {
        return Arrays.stream(values())
                .filter(o -> o.symbol.equals(symbol))
                .findFirst()
                .orElseThrow();
    }
}
