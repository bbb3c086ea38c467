package io.penstock.core.identity.estate;

import io.penstock.core.identity.HostFacts;

import java.util.List;
import java.util.Set;

/** Five products that look at the machines, each in its own way. */
final class Sources {

    static final int AGENT = 1;
    static final int SCANNER = 2;
    static final int ASSET_LIST = 3;
    static final int CLOUD = 4;
    static final int WIRE = 5;

    private final Chance chance;
    private final List<Labelled> records;

    Sources(Chance chance, List<Labelled> records) {
        this.chance = chance;
        this.records = records;
    }

    void look(Machine machine) {
        var before = records.size();
        var device = machine.kind() == HardCase.DEFAULT_NAME;
        if (!device && chance.of(0.8)) {
            agent(machine);
        }
        if (chance.of(machine.cloud() ? 0.4 : 0.7)) {
            scanner(machine);
        }
        if (!device && !machine.cloud() && chance.of(0.5)) {
            assetList(machine);
        }
        if (machine.cloud() && chance.of(0.95)) {
            cloud(machine);
        }
        if (!machine.cloud() && (device || chance.of(0.25))) {
            wire(machine);
        }
        if (records.size() == before) {
            wire(machine);
        }
    }

    /** A sensor on the host; each installation has a key of its own. */
    private void agent(Machine machine) {
        var installs = machine.life().installs();
        for (var i = 0; i < installs.size(); i++) {
            var from = installs.get(i);
            var next = i + 1 < installs.size() ? installs.get(i + 1) : machine.life().gone();
            // It is seen until shortly before it goes, and the vendor rounds up to the hour or day.
            var last = Math.max(from + 1, next - chance.below(48));
            var rounded = Math.min(chance.of(0.3) ? (last / 24 + 1) * 24 : last, Machine.NOW);
            if (chance.of(0.02)) {
                spokenOf(machine, from, last);
            } else {
                var seen = sensor(machine, last);
                add(machine, "agent", seen, seen.record(AGENT, 10, from, rounded));
            }
        }
    }

    /** A host that only findings speak of, sometimes without saying when. */
    private void spokenOf(Machine machine, int from, int last) {
        var seen = new Sighting(chance, machine, last).name().ip();
        var facts =
                chance.of(0.3)
                        ? seen.minimal(AGENT, 10)
                        : seen.record(AGENT, 10, chance.between(from, last + 1), last);
        add(machine, "minimal", seen, facts);
    }

    private Sighting sensor(Machine machine, int hour) {
        var seen = new Sighting(chance, machine, hour).name();
        if (machine.kind() == HardCase.PARTIAL) {
            return chance.of(0.5) ? seen.allMacs() : seen.serial(true);
        }
        seen.allMacs().ip().serial(true);
        if (chance.of(0.9)) {
            seen.fullName();
        }
        if (chance.of(0.85)) {
            seen.uuid();
        }
        return chance.of(0.9) ? seen.instance("AWS_EC2_V2") : seen;
    }

    /** A scanner in the network that may log in; it comes once a week. */
    private void scanner(Machine machine) {
        var life = machine.life();
        var first = life.born() + chance.below(24 * 7);
        if (first >= life.gone()) {
            return;
        }
        var last = Math.max(first, life.gone() - chance.below(24 * 7));
        var seen = scanned(machine, last);
        var facts = seen.record(SCANNER, 50, first / 24 * 24, (last / 24 + 1) * 24);
        add(machine, "scanner", seen, facts);
    }

    private Sighting scanned(Machine machine, int hour) {
        var seen = new Sighting(chance, machine, hour);
        if (machine.kind() == HardCase.PARTIAL) {
            var both = chance.of(0.35);
            return both
                    ? seen.name().pluggedMac()
                    : chance.of(0.7) ? seen.name() : seen.pluggedMac();
        }
        seen.ip().network();
        if (chance.of(0.3)) {
            return seen.fullName().serial(false).uuid().allMacs().instance("AWS");
        }
        if (chance.of(0.97)) {
            seen = chance.of(0.6) ? seen.fullName() : seen.netbios();
        }
        // Shops have a scanner of their own, in the same network.
        var near = machine.kind() == HardCase.TWO_SITES ? 0.85 : 0.45;
        return chance.of(near) ? seen.pluggedMac() : seen;
    }

    /** What people keep of the machines they bought; it lags behind. */
    private void assetList(Machine machine) {
        var life = machine.life();
        var first = life.born() + chance.below(24 * 3);
        var last = Math.max(first, life.gone() - chance.below(24 * 30));
        var stale = Math.max(first, last - chance.below(24 * 60));
        var partial = machine.kind() == HardCase.PARTIAL;
        var seen = new Sighting(chance, machine, last).serial(false);
        if (!partial || chance.of(0.8)) {
            seen.nameAt(stale);
        }
        if (!partial && chance.of(0.7)) {
            seen.lastMacAt(first);
        }
        if (!partial && chance.of(0.3)) {
            seen.uuid();
        }
        add(machine, "list", seen, seen.record(ASSET_LIST, 80, first, last));
    }

    /** The cloud provider's own list. */
    private void cloud(Machine machine) {
        var life = machine.life();
        var seen = new Sighting(chance, machine, life.gone()).instance("aws").ip();
        if (chance.of(0.7)) {
            seen.name();
        }
        add(machine, "cloud", seen, seen.record(CLOUD, 20, life.born(), life.gone()));
    }

    /** A listener at the switches: addresses, and the names hosts ask for. */
    private void wire(Machine machine) {
        var life = machine.life();
        var first = life.born() + chance.below(24);
        var last = Math.max(first, life.gone() - chance.below(24));
        var seen = new Sighting(chance, machine, last).pluggedMac().ip();
        if (chance.of(0.9)) {
            seen.name();
        }
        add(machine, "wire", seen, seen.record(WIRE, 90, first, last));
    }

    private void add(Machine machine, String source, Sighting seen, HostFacts facts) {
        records.add(new Labelled(facts, machine, source, Set.copyOf(seen.tokens())));
    }
}
