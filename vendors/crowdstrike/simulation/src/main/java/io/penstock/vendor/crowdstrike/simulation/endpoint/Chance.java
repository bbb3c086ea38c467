package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.option.Reading;
import io.penstock.simulator.option.Setting;
import io.penstock.simulator.option.Switch;
import io.penstock.simulator.option.Switchboard;
import io.penstock.vendor.crowdstrike.simulation.tenant.Mix;

/**
 * A fault that strikes some of all calls. The same seed and the same number of a call give the same
 * decision.
 *
 * @param perMille calls out of a thousand
 * @param salt tells the faults apart
 */
record Chance(Setting<Integer> perMille, int salt) {

    /** Adds the switch to the board of a simulation. */
    static Chance on(Switchboard board, String name, int salt, String help) {
        Switch<Integer> kind =
                Switch.of(name, "0", "per mille of calls " + help, Reading.number(0, 1000));
        return new Chance(board.add(kind.tried("250")), salt);
    }

    boolean strikes(long seed, long call) {
        int share = perMille.value();
        boolean struck = share > 0 && Mix.below(mixed(seed, call), 1000) < share;
        if (struck) {
            perMille.strike();
        }
        return struck;
    }

    /** A number for what the fault does to a call. */
    int below(long seed, long call, int bound) {
        return Mix.below(Mix.of(mixed(seed, call)), bound);
    }

    private long mixed(long seed, long call) {
        return Mix.of(seed, salt, call);
    }
}
