package io.penstock.vendor.tidewater.simulation;

import io.penstock.simulator.Scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A seeded account: machines with gaps between their numbers, and a few weaknesses of each. */
final class Account {

    private static final int GAP_MAX = 4;
    private static final int WEAKNESSES_MAX = 9;
    private static final int YEAR_HOURS = 365 * 24;
    private static final String[] LEVELS = {"calm", "rough", "storm"};

    private final String name;
    private final Instant now;
    private final RandomGenerator random;
    private final List<Machine> machines = new ArrayList<>();
    private final List<Weakness> weaknesses = new ArrayList<>();

    Account(Scenario scenario) {
        this.name = scenario.clientId();
        this.now = scenario.now();
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(scenario.seed());
        var number = 0L;
        for (int i = 0; i < scenario.hosts(); i++) {
            number += 1 + random.nextInt(GAP_MAX);
            addMachine(number);
        }
    }

    private void addMachine(long number) {
        var address = "10.9." + number / 250 % 250 + "." + (1 + number % 250);
        machines.add(new Machine(number, name, "crane-" + number, address, moment()));
        var count = random.nextInt(WEAKNESSES_MAX);
        for (int i = 0; i < count; i++) {
            addWeakness(number);
        }
    }

    private void addWeakness(long machine) {
        var last = weaknesses.isEmpty() ? 0 : weaknesses.getLast().number();
        weaknesses.add(
                new Weakness(
                        last + 1 + random.nextInt(GAP_MAX),
                        name,
                        machine,
                        "CVE-2026-" + (1000 + random.nextInt(500)),
                        LEVELS[random.nextInt(LEVELS.length)],
                        random.nextInt(4) == 0 ? "gone" : "seen",
                        moment()));
    }

    private Instant moment() {
        return now.minus(Duration.ofHours(1 + random.nextInt(YEAR_HOURS)));
    }

    List<Machine> machines() {
        return List.copyOf(machines);
    }

    List<Weakness> weaknesses() {
        return List.copyOf(weaknesses);
    }
}
