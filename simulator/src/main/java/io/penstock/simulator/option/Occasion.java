package io.penstock.simulator.option;

import java.util.Set;
import java.util.TreeSet;

/** On which calls a fault strikes; calls are counted from 1. */
public sealed interface Occasion {

    /** What a text may be, for a sentence that refuses another one. */
    String ALLOWED = "off, always, rate:SHARE (0 to 1), every:N, first:N or at:N,N";

    int CALLS_MAX = 1_000_000_000;

    /** On none. */
    record Never() implements Occasion {}

    /** On all. */
    record Always() implements Occasion {}

    /** On a share of them, drawn by the seed. */
    record Rate(double share) implements Occasion {}

    /** On each n-th. */
    record Every(int n) implements Occasion {}

    /** On the first n. */
    record First(int n) implements Occasion {}

    /** On these. */
    record At(Set<Integer> calls) implements Occasion {
        public At {
            calls = Set.copyOf(calls);
        }
    }

    /**
     * Whether it strikes.
     *
     * @param call its number, from 1
     * @param drawn an even draw from 0 to below 1 that belongs to this call
     */
    default boolean strikes(long call, double drawn) {
        return switch (this) {
            case Never() -> false;
            case Always() -> true;
            case Rate(double share) -> drawn < share;
            case Every(int n) -> call % n == 0;
            case First(int n) -> call <= n;
            case At(Set<Integer> calls) -> call <= CALLS_MAX && calls.contains((int) call);
        };
    }

    /**
     * Reads {@code every:7} and its like.
     *
     * @throws IllegalArgumentException with what is allowed
     */
    static Occasion of(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        return switch (colon < 0 ? kind : kind + ":") {
            case "off" -> new Never();
            case "always" -> new Always();
            case "rate:" -> new Rate(share(rest));
            case "every:" -> new Every(count(rest));
            case "first:" -> new First(count(rest));
            case "at:" -> at(rest);
            default -> throw refused();
        };
    }

    private static At at(String text) {
        Set<Integer> calls = new TreeSet<>();
        for (String call : text.split(",", -1)) {
            calls.add(count(call));
        }
        return new At(calls);
    }

    private static int count(String text) {
        int count = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
        if (count < 1) {
            throw refused();
        }
        return count;
    }

    private static double share(String text) {
        double share = text.matches("[0-9]{1,3}(\\.[0-9]{1,9})?") ? Double.parseDouble(text) : -1;
        if (share < 0 || share > 1) {
            throw refused();
        }
        return share;
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException("allowed are " + ALLOWED);
    }
}
