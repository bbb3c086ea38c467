package io.penstock.simulator.option;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Decides for one fault whether it strikes a call. It counts the calls its plan covers, from the
 * moment the plan was set; the draw of {@code rate} depends on the seed, the fault's name and that
 * count alone. Safe from any thread.
 */
public final class Trigger {

    private final Setting<Plan> setting;
    private final long seed;
    private long version;
    private long calls;

    public Trigger(Setting<Plan> setting, long seed) {
        this.setting = setting;
        this.seed = seed;
    }

    /** True when it is not switched off. */
    public boolean on() {
        return !(setting.value().when() instanceof Occasion.Never);
    }

    /** Moves whenever the fault is set anew: what an earlier strike began is over then. */
    public long setting() {
        return setting.version();
    }

    /**
     * Counts a call; the plan when the fault strikes it. Say {@link #struck} when it really did.
     */
    public Optional<Plan> next(String call) {
        Plan plan = setting.value();
        if (plan.when() instanceof Occasion.Never || !plan.covers(call)) {
            return Optional.empty();
        }
        long number = count();
        return plan.when().strikes(number, draw(number)) ? Optional.of(plan) : Optional.empty();
    }

    private synchronized long count() {
        if (version != setting.version()) {
            version = setting.version();
            calls = 0;
        }
        return ++calls;
    }

    private double draw(long number) {
        long subject = seed * 31 + setting.kind().name().hashCode();
        return new SplittableRandom(subject * 1_000_003 + number).nextDouble();
    }

    /** Counts that the answer was changed. */
    public void struck() {
        setting.strike();
    }
}
