package io.penstock.platform.console.asset;

import io.penstock.platform.score.AssetScores.Change;
import io.penstock.platform.score.AssetScores.Explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The course of a score as a line, oldest on the left; each change is one step.
 *
 * @param points of a polyline in a box of 600 by 100; empty while the score never changed
 */
public record ScoreHistory(String points, List<Change> newestFirst) {

    private static final double WIDTH = 600;
    private static final double HEIGHT = 100;
    private static final double MOST = 1_000;

    static ScoreHistory of(Explanation explained) {
        var changes = explained.changes();
        if (changes.isEmpty()) {
            return new ScoreHistory("", List.of());
        }
        var values = new ArrayList<Integer>();
        values.add(changes.getLast().from());
        changes.reversed().forEach(change -> values.add(change.to()));
        var points = new StringBuilder();
        var step = WIDTH / values.size();
        for (var i = 0; i < values.size(); i++) {
            var y = HEIGHT - HEIGHT * values.get(i) / MOST;
            points.append(point(i * step, y)).append(point((i + 1) * step, y));
        }
        return new ScoreHistory(points.toString().strip(), changes);
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
    }
}
