package io.penstock.core.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path into a JSON record, such as {@code network_interfaces[].local_ip} (S-041). A step that
 * ends in {@code []} goes through every element of an array, so the path yields a list.
 */
public record FieldPath(List<Step> steps) {

    /** How many steps a path may have; deeper data is not mapped. */
    public static final int STEPS_MAX = 16;

    private static final Pattern STEP = Pattern.compile("[A-Za-z0-9_@$-]{1,128}(\\[])?");

    /**
     * One step down.
     *
     * @param name the member's name
     * @param each true when the member is an array whose every element is entered
     */
    public record Step(String name, boolean each) {}

    public FieldPath {
        steps = List.copyOf(steps);
    }

    /**
     * @throws IllegalArgumentException with one sentence when the text is not a path
     */
    public static FieldPath parse(String text) {
        var parts = text.strip().split("\\.", -1);
        if (parts.length > STEPS_MAX) {
            throw new IllegalArgumentException(
                    "path '" + text + "' has " + parts.length + " steps, at most " + STEPS_MAX);
        }
        var steps = new ArrayList<Step>();
        for (var part : parts) {
            steps.add(step(part, text));
        }
        return new FieldPath(steps);
    }

    private static Step step(String part, String whole) {
        if (!STEP.matcher(part).matches()) {
            throw new IllegalArgumentException(
                    "path '" + whole + "': step '" + part + "' is not a field name");
        }
        var each = part.endsWith("[]");
        return new Step(each ? part.substring(0, part.length() - 2) : part, each);
    }

    /** True when the path goes through an array and so yields a list. */
    public boolean yieldsList() {
        return steps.stream().anyMatch(Step::each);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var step : steps) {
            text.append(text.isEmpty() ? "" : ".").append(step.name());
            text.append(step.each() ? "[]" : "");
        }
        return text.toString();
    }
}
