package io.penstock.simulator;

import io.penstock.simulator.conformance.Conformance;
import io.penstock.simulator.conformance.Outcome;
import io.penstock.simulator.conformance.ScoreCard;
import io.penstock.simulator.conformance.Stage;
import io.penstock.simulator.conformance.Trial;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One score card of one client.
 *
 * @param scenario the tenant; its options are set in every trial
 */
record ScoreCardRun(
        VendorSimulation simulation,
        Scenario scenario,
        InstantSource clock,
        ConformanceOptions options) {

    /** Plays all trials; 0 when the client passed, else 1. */
    int run(PrintWriter out) throws InterruptedException {
        options.check();
        List<Trial> trials = options.trials(open(Map.of()).switchboard().all());
        Stage stage = more -> new ServedPlay(open(more));
        Conformance conformance =
                new Conformance(
                        stage,
                        options.client(scenario.clientId(), scenario.clientSecret()),
                        options.kinds);
        boolean table = options.format.equals("table");
        ScoreCard card = new ScoreCard();
        say(out, table ? ScoreCard.head() : "");
        for (int i = 0; i < trials.size(); i++) {
            Outcome outcome = conformance.play(i, trials.get(i));
            String line = card.add(outcome);
            say(out, table ? line : "");
        }
        say(out, table ? card.summary() : card.json());
        return card.passed() ? 0 : 1;
    }

    private SimulatedApi open(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(scenario.options());
        all.putAll(more);
        return simulation.open(scenario.with(all), clock);
    }

    private static void say(PrintWriter out, String line) {
        if (!line.isEmpty()) {
            out.println(line);
            out.flush();
        }
    }
}
