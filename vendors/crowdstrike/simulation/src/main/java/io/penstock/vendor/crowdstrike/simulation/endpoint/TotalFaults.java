package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.option.Reading;
import io.penstock.simulator.option.Setting;
import io.penstock.simulator.option.Switch;
import io.penstock.simulator.option.Switchboard;
import io.penstock.vendor.crowdstrike.simulation.tenant.Mix;

import java.util.concurrent.atomic.AtomicLong;

/** Faults in the total that a page tells. */
final class TotalFaults {

    private static final int DRIFT = 224;

    private final long seed;
    private final Setting<Integer> drift;
    private final Chance zero;
    private final AtomicLong calls = new AtomicLong();

    TotalFaults(Switchboard board, long seed) {
        this.seed = seed;
        this.drift =
                board.add(
                        Switch.of(
                                        "total-drift",
                                        "0",
                                        "rows by which totals are too great or too small, at most",
                                        Reading.number(0, 1_000_000))
                                .tried("3"));
        this.zero = Chance.on(board, "total-zero", 223, "that are told a total of 0");
    }

    int total(int exact) {
        long call = calls.incrementAndGet();
        if (zero.strikes(seed, call)) {
            return 0;
        }
        int most = drift.value();
        if (most == 0) {
            return exact;
        }
        int moved = exact + Mix.below(Mix.of(seed, DRIFT, call), 2 * most + 1) - most;
        if (moved != exact) {
            drift.strike();
        }
        return Math.max(0, moved);
    }
}
