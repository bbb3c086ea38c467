package io.penstock.vendor.crowdstrike.simulation;

import io.penstock.simulator.ControlAnswer;
import io.penstock.simulator.ControlRequest;
import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.SimulatedApi;
import io.penstock.simulator.SimulatedRequest;
import io.penstock.simulator.option.Switchboard;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A simulated tenant as the simulator serves it.
 *
 * @param api what stands behind everything
 * @param switchboard every switch of it and of what stands in front
 * @param front answers requests: faults and delays, then the API
 */
record FalconSimulation(
        SimulatedApi api,
        Switchboard switchboard,
        Function<SimulatedRequest, SimulatedAnswer> front)
        implements SimulatedApi {

    @Override
    public SimulatedAnswer answer(SimulatedRequest request) {
        return front.apply(request);
    }

    @Override
    public String oracle() {
        return api.oracle();
    }

    @Override
    public Optional<ControlAnswer> control(ControlRequest request) {
        return api.control(request);
    }

    @Override
    public Stream<String> expected() {
        return api.expected();
    }

    @Override
    public Stream<String> records(SimulatedRequest request, SimulatedAnswer answer) {
        return api.records(request, answer);
    }
}
