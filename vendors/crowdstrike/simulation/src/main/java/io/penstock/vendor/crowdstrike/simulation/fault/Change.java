package io.penstock.vendor.crowdstrike.simulation.fault;

import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.option.Plan;

/** What a fault makes of an answer. */
@FunctionalInterface
interface Change {

    /** The changed answer. */
    SimulatedAnswer of(Call call, Plan plan);
}
