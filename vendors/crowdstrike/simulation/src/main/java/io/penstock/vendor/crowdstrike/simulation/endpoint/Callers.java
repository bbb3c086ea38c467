package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.SimulatedRequest;
import io.penstock.vendor.crowdstrike.simulation.gate.Tokens;

/** Whose data a call may see. */
record Callers(Tokens tokens) {

    private static final int SCHEME = "Bearer ".length();

    /** The only customer its token sees, or empty for all. */
    String member(SimulatedRequest request) {
        String authorization = request.header("authorization").orElse("");
        return authorization.length() < SCHEME
                ? ""
                : tokens.member(authorization.substring(SCHEME).strip());
    }
}
