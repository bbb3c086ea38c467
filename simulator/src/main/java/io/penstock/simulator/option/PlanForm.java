package io.penstock.simulator.option;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What may be said about one fault; reads its {@link Plan}.
 *
 * @param calls the names of all calls there are
 * @param usual the calls it covers when nobody says so
 * @param parameters its own parameters in order
 */
public record PlanForm(List<String> calls, List<String> usual, List<Parameter> parameters)
        implements Function<String, Plan> {

    private static final String ON = "on";

    /**
     * A parameter.
     *
     * @param reader refuses what is not allowed
     */
    public record Parameter(String name, String usual, Function<String, ?> reader) {

        /** A whole number. */
        public static Parameter number(String name, int usual, int min, int max) {
            return new Parameter(name, Integer.toString(usual), Reading.number(min, max));
        }

        /** One of some words, the first of which is usual. */
        public static Parameter word(String name, String... words) {
            return new Parameter(name, words[0], Reading.word(words));
        }

        /** A part of a body, in bytes or percent. */
        public static Parameter part(String name, String usual) {
            return new Parameter(name, usual, Parameter::part);
        }

        private static String part(String text) {
            if (!text.matches("[0-9]{1,9}|[0-9]{1,2}%")) {
                throw new IllegalArgumentException("allowed are 0% to 99% or a number of bytes");
            }
            return text;
        }
    }

    public PlanForm {
        calls = List.copyOf(calls);
        usual = List.copyOf(usual);
        parameters = List.copyOf(parameters);
    }

    /** The same with a parameter more. */
    public PlanForm with(Parameter parameter) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new PlanForm(calls, usual, more);
    }

    /** The same, but usually covering other calls. */
    public PlanForm usually(String... names) {
        return new PlanForm(calls, List.of(names), parameters);
    }

    /**
     * Reads a plan.
     *
     * @throws IllegalArgumentException with what is allowed
     */
    @Override
    public Plan apply(String text) {
        String[] parts = text.split("/", -1);
        Map<String, String> told = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int colon = Math.max(0, parts[i].indexOf(':'));
            String name = parts[i].substring(0, colon);
            if (told.put(name, parts[i].substring(Math.min(colon + 1, parts[i].length())))
                    != null) {
                throw new IllegalArgumentException(name + " is said twice");
            }
        }
        List<String> on = on(told.remove(ON));
        Map<String, String> values = new LinkedHashMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), value(parameter, told)));
        told.keySet().stream().findFirst().ifPresent(this::unknown);
        return new Plan(Occasion.of(parts[0]), on, values);
    }

    private List<String> on(@Nullable String text) {
        if (text == null) {
            return usual;
        }
        List<String> names = List.of(text.split(",", -1));
        for (String name : names) {
            if (calls.stream().noneMatch(call -> Plan.isPartOf(name, call))) {
                throw new IllegalArgumentException(
                        "there is no call \"" + name + "\", there are " + String.join(", ", calls));
            }
        }
        return names;
    }

    private static String value(Parameter parameter, Map<String, String> told) {
        String text = told.getOrDefault(parameter.name(), parameter.usual());
        told.remove(parameter.name());
        try {
            var _ = parameter.reader().apply(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("of " + parameter.name() + ", " + e.getMessage(), e);
        }
    }

    private void unknown(String name) {
        List<String> known = new ArrayList<>(parameters.stream().map(Parameter::name).toList());
        known.add(ON);
        throw new IllegalArgumentException(
                "there is no parameter \"" + name + "\", there are " + String.join(", ", known));
    }
}
