package io.penstock.simulator.conformance;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What there is to say of all trials, for a person or a program. */
public final class ScoreCard {

    private final List<Outcome> outcomes = new ArrayList<>();

    /** Takes note of a trial and returns its line. */
    public String add(Outcome outcome) {
        outcomes.add(outcome);
        long wrong = outcome.verdict() == Verdict.DOUBLED ? outcome.doubled() : outcome.missing();
        return row(
                outcome.trial().name(),
                outcome.trial().value().isEmpty() ? "-" : outcome.trial().value(),
                outcome.verdict().name(),
                wrong == 0 ? "-" : Long.toString(wrong),
                Long.toString(outcome.struck()),
                Long.toString(outcome.calls()),
                seconds(outcome),
                outcome.trial().help());
    }

    /** The line above the lines. */
    public static String head() {
        return row(
                "fault", "set to", "verdict", "records", "struck", "calls", "seconds", "imitates");
    }

    private static String row(Object... cells) {
        return "%-19s %-30s %-9s %8s %7s %6s %8s  %s".formatted(cells);
    }

    private static String seconds(Outcome outcome) {
        return String.format(Locale.ROOT, "%.1f", outcome.time().toMillis() / 1000.0);
    }

    /** The line below the lines: how often there was each verdict. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        counts().forEach((verdict, count) -> parts.add(count + " " + verdict));
        return outcomes.size() + " trials: " + String.join(", ", parts);
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            counts.put(
                    verdict.name(),
                    outcomes.stream().filter(each -> each.verdict() == verdict).count());
        }
        return counts;
    }

    /** True when the client never lost a record without saying so and never got stuck. */
    public boolean passed() {
        return outcomes.stream()
                .noneMatch(
                        each -> each.verdict() == Verdict.LOST || each.verdict() == Verdict.STUCK);
    }

    /** All of it. */
    public String json() {
        List<Map<String, Object>> trials = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Map<String, Object> trial = new LinkedHashMap<>();
            trial.put("fault", outcome.trial().name());
            trial.put("value", outcome.trial().value());
            trial.put("imitates", outcome.trial().help());
            trial.put("verdict", outcome.verdict().name());
            trial.put("missing", outcome.missing());
            trial.put("doubled", outcome.doubled());
            trial.put("struck", outcome.struck());
            trial.put("calls", outcome.calls());
            trial.put("millis", outcome.time().toMillis());
            trials.add(trial);
        }
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("passed", passed());
        card.put("counts", counts());
        card.put("trials", trials);
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(card);
    }
}
