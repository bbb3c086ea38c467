package io.penstock.e2e;

import io.penstock.simulator.option.Setting;
import io.penstock.simulator.option.Switchboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Switches of a simulation, set to faults.
 *
 * @param options switch → text
 */
record FaultMix(Map<String, String> options) {

    private static final int FAULTS_MAX = 4;

    FaultMix {
        options = Map.copyOf(options);
    }

    /** Every fault the board knows, alone, in each of the forms a score card tries. */
    static List<FaultMix> alone(Switchboard board) {
        return board.all().stream()
                .map(Setting::kind)
                .flatMap(kind ->
                        kind.trials().stream().map(text -> new FaultMix(Map.of(kind.name(), text))))
                .toList();
    }

    /** One to four faults, drawn by the seed; those that strike now and then do so at a rate. */
    static FaultMix drawn(Switchboard board, long seed) {
        var random = new SplittableRandom(seed);
        var faults =
                board.all().stream()
                        .map(Setting::kind)
                        .filter(kind -> !kind.trials().isEmpty())
                        .toList();
        var options = new TreeMap<String, String>();
        var wanted = 1 + random.nextInt(FAULTS_MAX);
        while (options.size() < wanted) {
            var fault = faults.get(random.nextInt(faults.size()));
            var trial = fault.trials().get(random.nextInt(fault.trials().size()));
            options.put(fault.name(), redrawn(trial, random));
        }
        return new FaultMix(options);
    }

    /** A fault that strikes at some calls strikes at others. */
    private static String redrawn(String trial, SplittableRandom random) {
        if (!trial.startsWith("at:")) {
            return trial;
        }
        var slash = trial.indexOf('/');
        var rest = slash < 0 ? "" : trial.substring(slash);
        return switch (random.nextInt(3)) {
            case 0 -> "rate:0." + (1 + random.nextInt(2)) + rest;
            case 1 -> "every:" + (3 + random.nextInt(9)) + rest;
            default -> "at:" + calls(random) + rest;
        };
    }

    private static String calls(SplittableRandom random) {
        var calls = new ArrayList<String>();
        var call = 0;
        for (int i = 0; i < 4; i++) {
            call += 1 + random.nextInt(8);
            calls.add(Integer.toString(call));
        }
        return String.join(",", calls);
    }

    @Override
    public String toString() {
        return new TreeMap<>(options).toString();
    }
}
