package io.penstock.platform.console.dashboard;

import io.penstock.platform.console.frame.Texts;
import io.penstock.platform.trend.TrendDay;
import io.penstock.platform.trend.TrendDay.Levels;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The history as the charts take it: one line for each series, its values in the order of the days
 * and parted by commas, nothing where nobody measured. Far smaller than the table of the days,
 * which comes when somebody opens it.
 *
 * @param measured days that have levels
 */
public record TrendView(String days, List<Series> series, long measured) {

    private static final int SEVERITIES = 5;

    /**
     * @param chart that shows it
     */
    public record Series(String chart, String name, String values) {}

    static TrendView of(List<TrendDay> trend) {
        var series = new ArrayList<Series>();
        for (var severity = 0; severity < SEVERITIES; severity++) {
            var at = severity;
            series.add(
                    levels(
                            "levels",
                            Texts.severity(at + 1),
                            trend,
                            l -> l.openBySeverity().get(at)));
        }
        series.add(flow("Found", trend, day -> day.found().count()));
        series.add(flow("Fixed", trend, day -> day.fixed().count()));
        series.add(flow("Reopened", trend, day -> day.reopened().count()));
        series.add(levels("scores", "Mean score", trend, l -> l.scores().mean()));
        series.add(levels("scores", "Median", trend, l -> l.scores().median()));
        series.add(levels("scores", "90th percentile", trend, l -> l.scores().percentile90()));
        series.add(levels("hosts", "Hosts", trend, Levels::hosts));
        return new TrendView(
                joined(trend, day -> day.day().toString()),
                List.copyOf(series),
                trend.stream().map(TrendDay::levels).filter(Objects::nonNull).count());
    }

    private static Series levels(
            String chart, String name, List<TrendDay> trend, Function<Levels, Number> value) {
        return new Series(
                chart,
                name,
                joined(
                        trend,
                        day -> {
                            var levels = day.levels();
                            return levels == null ? "" : value.apply(levels).toString();
                        }));
    }

    private static Series flow(String name, List<TrendDay> trend, Function<TrendDay, Long> value) {
        return new Series("flows", name, joined(trend, day -> value.apply(day).toString()));
    }

    private static String joined(List<TrendDay> trend, Function<TrendDay, String> text) {
        return trend.stream().map(text).collect(Collectors.joining(","));
    }
}
