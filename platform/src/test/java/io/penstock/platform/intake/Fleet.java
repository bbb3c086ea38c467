package io.penstock.platform.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A seeded history of a few machines as two connections report it: installed anew, cloned, renamed,
 * with other network cards, in full and delta runs. Only the seed decides, never the clock.
 */
final class Fleet {

    static final int CONNECTIONS = 2;
    static final int STEPS = 3;

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofDays(10);

    /** What one connection reports in one run; records as the vendor writes them. */
    record Reading(int connection, boolean full, List<String> hosts, List<String> findings) {}

    /** Two sensors that a person says are one machine, or are not. */
    record Wish(boolean together, String oneSensor, String otherSensor) {}

    private final Random random;
    private final List<FleetMachine> machines = new ArrayList<>();
    private final List<FleetSensor> sensors = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();

    Fleet(long seed) {
        random = new Random(seed);
        for (var i = 0; i < 3 + random.nextInt(4); i++) {
            machines.add(FleetMachine.fresh(i, random));
        }
        for (var step = 0; step < STEPS; step++) {
            var now = START.plus(STEP.multipliedBy(step));
            advance(step, now);
            for (var connection = 0; connection < CONNECTIONS; connection++) {
                readings.add(read(step, now, connection));
            }
        }
        for (var i = 0; i < random.nextInt(3) && sensors.size() > 1; i++) {
            wishes.add(new Wish(random.nextInt(3) > 0, anySensor(), anySensor()));
        }
    }

    /** In the order of time. */
    List<Reading> readings() {
        return readings;
    }

    List<Wish> wishes() {
        return wishes.stream().filter(w -> !w.oneSensor().equals(w.otherSensor())).toList();
    }

    private String anySensor() {
        return sensors.get(random.nextInt(sensors.size())).id();
    }

    private void advance(int step, Instant now) {
        for (var machine : List.copyOf(machines)) {
            switch (step == 0 ? 0 : random.nextInt(9)) {
                case 1 -> machine.rename(random);
                case 2 -> machine.swapCard(random);
                case 3 -> machine.address(random);
                case 4 ->
                        sensors.stream()
                                .filter(s -> s.machine() == machine)
                                .forEach(FleetSensor::end);
                case 5 -> machines.add(machine.copy(machines.size(), random));
                case 6 -> machine.retire();
                default -> {}
            }
        }
        machines.stream().filter(m -> !m.retired()).forEach(m -> watch(m, now));
        sensors.forEach(sensor -> sensor.live(now, random));
    }

    /** Every machine that lives has a sensor at each connection that watches it. */
    private void watch(FleetMachine machine, Instant now) {
        for (var connection = 0; connection < CONNECTIONS; connection++) {
            var at = connection;
            var watched =
                    sensors.stream()
                            .anyMatch(s ->
                                    s.machine() == machine && s.connection() == at && s.alive());
            if (!watched && machine.watchedBy(connection)) {
                sensors.add(new FleetSensor(machine, connection, sensors.size(), now));
            }
        }
    }

    private Reading read(int step, Instant now, int connection) {
        var full = step == 0 || random.nextBoolean();
        var hosts = new ArrayList<String>();
        var findings = new ArrayList<String>();
        for (var sensor : sensors) {
            if (sensor.connection() == connection) {
                sensor.hosts(full, now).forEach(hosts::add);
                sensor.findings(full, now).forEach(findings::add);
            }
        }
        return new Reading(connection, full, hosts, findings);
    }
}
