package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.SimulatedApi;
import io.penstock.simulator.SimulatedRequest;

import java.time.Duration;

/**
 * Holds data answers back for a time, as a real tenant does.
 *
 * @param api who answers
 */
public record PageDelay(SimulatedApi api, Duration delay) implements SimulatedApi {

    @Override
    public SimulatedAnswer answer(SimulatedRequest request) {
        SimulatedAnswer answer = api.answer(request);
        if (answer.status() == 200) {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return answer;
    }

    @Override
    public String oracle() {
        return api.oracle();
    }
}
