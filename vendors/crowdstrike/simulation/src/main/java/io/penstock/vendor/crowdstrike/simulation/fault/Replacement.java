package io.penstock.vendor.crowdstrike.simulation.fault;

import io.penstock.simulator.SimulatedAnswer;

import java.util.Optional;

/** A fault that answers instead of the API. */
@FunctionalInterface
interface Replacement {

    /** What is answered instead; nothing when the good answer stands. */
    Optional<SimulatedAnswer> instead(Call call);
}
