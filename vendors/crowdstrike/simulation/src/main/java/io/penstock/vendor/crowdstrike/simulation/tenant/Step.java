package io.penstock.vendor.crowdstrike.simulation.tenant;

import io.penstock.vendor.crowdstrike.simulation.tenant.Changes.Change;
import io.penstock.vendor.crowdstrike.simulation.tenant.Extras.Extra;
import io.penstock.vendor.crowdstrike.simulation.tenant.Finding.Status;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Collects what one step changes in a tenant, each finding at most once. Used by one thread. */
final class Step {

    private static final int TRIES = 24;
    private static final int STEP = 120;
    private static final int LATEST = Calendar.ROUNDS - 1;

    private final Tenant tenant;
    private final long present;
    private final long mixed;
    private final Finding finding;
    private final Finding first;
    private final Reports reports;
    private final TreeMap<Integer, Change> changes = new TreeMap<>();
    private final List<Extra> extras = new ArrayList<>();
    private final TreeSet<Integer> removed = new TreeSet<>();
    private final BitSet goneSensors = new BitSet();
    private final Map<Integer, Long> reimages = new LinkedHashMap<>();
    private final Map<Integer, Integer> extrasOfSensor = new HashMap<>();
    private int draws;

    /**
     * Begins a step.
     *
     * @param present epoch seconds after it
     */
    Step(Tenant tenant, long present) {
        this.tenant = tenant;
        this.present = present;
        this.mixed = Mix.of(tenant.seed(), STEP, tenant.version());
        this.finding = tenant.finding();
        this.first = tenant.finding();
        this.reports = new Reports(tenant.index());
        Extras before = tenant.overlay().extras();
        for (int extra = 0; extra < before.size(); extra++) {
            extrasOfSensor.merge(before.sensor(extra), 1, Integer::sum);
        }
    }

    /** The next pseudo-random number. */
    long next() {
        return Mix.of(mixed + draws++);
    }

    /** A moment of the step, after the present before it and not after the one behind it. */
    long moment() {
        long before = tenant.overlay().present();
        return present == before
                ? present
                : before + 1 + (long) (Mix.share(next()) * (present - before));
    }

    /**
     * Moves the view to a finding that is as wished and not touched yet; false when none is met.
     */
    boolean draw(Predicate<Finding> wished) {
        FindingOrder order = tenant.byCreation();
        for (int i = 0; i < TRIES && order.size() > 0; i++) {
            int number = order.at(Mix.below(next(), order.size()));
            boolean touched = changes.containsKey(number) || removed.contains(number);
            if (!touched && wished.test(finding.at(number))) {
                return true;
            }
        }
        return false;
    }

    /** The view that {@link #draw} moves. */
    Finding drawn() {
        return finding;
    }

    void change(Status status, long updated) {
        changes.put(finding.number(), new Change(status, updated));
    }

    void remove() {
        removed.add(finding.number());
    }

    /** Takes a sensor away with its host and its findings. */
    void vanish(int sensor) {
        goneSensors.set(sensor);
        Arrays.stream(tenant.findingsOf(sensor)).forEach(removed::add);
    }

    /**
     * Sets a sensor's machine up anew and returns its new sensor, or -1 if that was done before.
     */
    int reimage(int sensor, long time) {
        int host = tenant.population().hostOf(sensor);
        boolean first = tenant.overlay().reimages().replaced(host) == Long.MAX_VALUE;
        if (sensor >= tenant.population().managed()
                || goneSensors.get(sensor)
                || !first
                || reimages.putIfAbsent(host, time) != null) {
            return -1;
        }
        return tenant.population().sensors()
                + tenant.overlay().reimages().size()
                + reimages.size()
                - 1;
    }

    /**
     * Adds a finding of a sensor, of a CVE it does not have yet.
     *
     * @param like the sensor whose image and load it shares, itself unless it is a new one
     */
    void add(int sensor, int like, long created, long updated) {
        int known = sensor == like ? reported(sensor) : 0;
        int ordinal = known + extrasOfSensor.merge(sensor, 1, Integer::sum) - 1;
        if (ordinal >= Load.ROUND_MAX || goneSensors.get(sensor)) {
            return;
        }
        Image image = tenant.hosts().image(tenant.population().hostOf(like));
        int number = tenant.index().size() + tenant.overlay().extras().size() + extras.size();
        int cve = Cves.number(image, LATEST, ordinal);
        extras.add(new Extra(sensor, cve, created, before(number, sensor, created)));
        changes.put(number, new Change(Status.OPEN, updated));
    }

    private int reported(int sensor) {
        return sensor < tenant.population().sensors()
                ? tenant.index().load().reported(sensor, LATEST)
                : 0;
    }

    /** How many of the first findings stand before one that is being added. */
    private int before(int number, int sensor, long created) {
        FindingIndex index = tenant.index();
        int low = index.firstAt(created, reports);
        int high = index.firstAt(created + 1, reports);
        String id = Finding.extraId(tenant, number, sensor);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first.at(middle).id().compareTo(id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many findings it touches so far. */
    int size() {
        return changes.size() + removed.size();
    }

    Overlay overlay() {
        Overlay before = tenant.overlay();
        int version = before.version() + 1;
        removed.forEach(changes::remove);
        return new Overlay(
                version,
                present,
                before.changes().with(changes, version),
                before.extras().with(extras),
                before.removed()
                        .with(
                                removed.stream().mapToInt(Integer::intValue).toArray(),
                                tenant.index().size(),
                                goneSensors),
                before.reimages().with(reimages));
    }

    /** Numbers of all it touches, ascending. */
    int[] touched() {
        return Stream.concat(changes.keySet().stream(), removed.stream())
                .mapToInt(Integer::intValue)
                .sorted()
                .distinct()
                .toArray();
    }
}
