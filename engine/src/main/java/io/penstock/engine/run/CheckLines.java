package io.penstock.engine.run;

import io.penstock.source.CheckStep;

import java.util.List;
import java.util.Locale;

/** The steps of a connection test as lines for a terminal. */
final class CheckLines {

    private CheckLines() {}

    static List<String> of(List<CheckStep> steps) {
        var width = steps.stream().mapToInt(step -> step.name().length()).max().orElse(1);
        return steps.stream().map(step -> line(step, width)).toList();
    }

    private static String line(CheckStep step, int width) {
        var hint = step.hint().isEmpty() ? "" : " " + step.hint();
        return String.format(
                Locale.ROOT,
                "%-" + width + "s  %-7s %6d ms  %s%s",
                step.name(),
                step.outcome(),
                step.millis(),
                step.sentence(),
                hint);
    }
}
