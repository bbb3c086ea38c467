package io.penstock.simulator.option;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a fault is set: {@code WHEN[/name:value]...}, such as {@code every:7/on:spotlight/keep:50%}.
 *
 * @param when on which of the calls it covers
 * @param on the calls it covers, each the name of a call or what such a name begins with
 * @param parameters what else it was told, with what was left out filled in
 */
public record Plan(Occasion when, List<String> on, Map<String, String> parameters) {

    public Plan {
        on = List.copyOf(on);
        parameters = Map.copyOf(parameters);
    }

    /** True for a call it covers, such as {@code spotlight-combined-vulnerabilities}. */
    public boolean covers(String call) {
        return on.stream().anyMatch(prefix -> isPartOf(prefix, call));
    }

    /** True when a name is a call's own, or that of the group it belongs to. */
    static boolean isPartOf(String prefix, String call) {
        return call.equals(prefix) || call.startsWith(prefix + "-");
    }

    /** A parameter's text. */
    public String word(String parameter) {
        return Objects.requireNonNull(parameters.get(parameter), parameter);
    }

    /** A parameter that is a whole number. */
    public int number(String parameter) {
        return Integer.parseInt(word(parameter));
    }

    /**
     * A parameter that is a part of something, as bytes or as a share: {@code 700}, {@code 50%}.
     */
    public int part(String parameter, int whole) {
        String text = word(parameter);
        return text.endsWith("%")
                ? Math.toIntExact(
                        (long) whole * Integer.parseInt(text.substring(0, text.length() - 1)) / 100)
                : Math.min(whole, Integer.parseInt(text));
    }
}
