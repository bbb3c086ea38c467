package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.SimulatedRequest;

/** One call that needs a token. */
interface Endpoint {

    /** The scope the client must have. */
    String scope();

    Reply answer(SimulatedRequest request, String traceId);
}
