package io.penstock.core.identity.estate;

import java.util.ArrayList;
import java.util.List;

/**
 * A simulated company: machines with all that happens to them in a year, and what five products say
 * of them. Each record is labelled with the machine it is really of; the labels come from the
 * simulation, never from an algorithm.
 */
record Estate(long seed, List<Machine> machines, List<Labelled> records) {

    static Estate of(long seed) {
        var chance = new Chance(seed);
        var machines = new ArrayList<Machine>();
        new OfficeFleet(chance, machines).fill();
        new VirtualFleet(chance, machines).fill();
        var records = new ArrayList<Labelled>();
        var sources = new Sources(chance, records);
        machines.forEach(sources::look);
        return new Estate(seed, List.copyOf(machines), List.copyOf(records));
    }

    /**
     * The set as people can label it: records that nobody could attribute to their machine, such as
     * a bare IP address, are thinned to one in four. They stay in part, as a temptation to guess.
     */
    Estate labelled() {
        var tellable = new Tellable(records);
        var count = 0;
        var kept = new ArrayList<Labelled>();
        for (var record : records) {
            if (tellable.hangsTogether(record) || count++ % 4 == 0) {
                kept.add(record);
            }
        }
        return new Estate(seed, machines, List.copyOf(kept));
    }
}
