package io.penstock.simulator.option;

import java.util.List;
import java.util.function.Function;

/**
 * What there is to switch. An example: {@code Switch.of("cursor-life", "120", "seconds a cursor
 * lives", Reading.number(1, 86_400))}.
 *
 * @param name lower case with hyphens, unique in its simulation
 * @param usual the text it is set to when nobody sets it
 * @param help what it does or imitates, for the person who sets it; no full stop
 * @param reader turns text into a value; throws {@link IllegalArgumentException} with what is
 *     allowed, such as {@code allowed are 1 to 5}
 * @param live whether it can be changed while the simulation runs
 * @param trials texts the score card tries a client with; empty for what is not a fault
 */
public record Switch<T>(
        String name,
        String usual,
        String help,
        Function<String, T> reader,
        boolean live,
        List<String> trials) {

    public Switch {
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("A switch cannot be called \"" + name + "\".");
        }
        trials = List.copyOf(trials);
    }

    /** A switch that can be changed at any time. */
    public static <T> Switch<T> of(
            String name, String usual, String help, Function<String, T> reader) {
        return new Switch<>(name, usual, help, reader, true, List.of());
    }

    /** The same, but only before the start. */
    public Switch<T> fixed() {
        return new Switch<>(name, usual, help, reader, false, trials);
    }

    /** The same as a fault: the score card tries a client with each of these texts. */
    public Switch<T> tried(String... texts) {
        return new Switch<>(name, usual, help, reader, live, List.of(texts));
    }
}
