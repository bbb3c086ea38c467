package io.penstock.simulator;

/** One simulated API; called by many threads at once. */
public interface SimulatedApi {

    SimulatedAnswer answer(SimulatedRequest request);

    /** What a perfect client must end up with, as lines of text for a person or a test. */
    String oracle();
}
