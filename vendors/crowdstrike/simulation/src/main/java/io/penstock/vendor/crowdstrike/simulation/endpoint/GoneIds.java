package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.option.Reading;
import io.penstock.simulator.option.Setting;
import io.penstock.simulator.option.Switch;
import io.penstock.simulator.option.Switchboard;
import io.penstock.vendor.crowdstrike.simulation.tenant.Mix;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** The fault that an id a query has given is not known any more when its record is asked for. */
final class GoneIds {

    private static final int FOR_GOOD = 226;
    private static final int ONCE = 227;

    private final long seed;
    private final Setting<Integer> forGood;
    private final Setting<Integer> once;
    private final AtomicLong calls = new AtomicLong();

    GoneIds(Switchboard board, long seed) {
        this.seed = seed;
        this.forGood =
                board.add(share("gone-ids", "per mille of hosts whose record never comes by id"));
        this.once = board.add(share("missing-ids", "per mille of ids left out of one call by id"));
    }

    private static Switch<Integer> share(String name, String help) {
        return Switch.of(name, "0", help, Reading.number(0, 1000)).tried("20");
    }

    /** The hosts whose records are given. */
    int[] left(int[] hosts) {
        long call = Mix.of(seed, ONCE, calls.incrementAndGet());
        int[] left =
                Arrays.stream(hosts)
                        .filter(host -> stays(forGood, Mix.of(seed, FOR_GOOD, host)))
                        .filter(host -> stays(once, Mix.of(call + host)))
                        .toArray();
        return left;
    }

    private static boolean stays(Setting<Integer> share, long mixed) {
        boolean gone = share.value() > 0 && Mix.below(mixed, 1000) < share.value();
        if (gone) {
            share.strike();
        }
        return !gone;
    }
}
