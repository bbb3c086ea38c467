package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.SimulatedRequest;
import io.penstock.simulator.option.Reading;
import io.penstock.simulator.option.Setting;
import io.penstock.simulator.option.Switch;
import io.penstock.simulator.option.Switchboard;

import java.time.Duration;
import java.util.function.Function;

/**
 * Holds data answers back for a time, as a real tenant does.
 *
 * @param next who answers
 * @param millis how long
 */
public record PageDelay(Function<SimulatedRequest, SimulatedAnswer> next, Setting<Integer> millis)
        implements Function<SimulatedRequest, SimulatedAnswer> {

    /** Adds the switch to the board of a simulation. */
    public static Setting<Integer> on(Switchboard board) {
        return board.add(
                Switch.of(
                        "page-delay",
                        "0",
                        "milliseconds a data answer is held back",
                        Reading.number(0, 600_000)));
    }

    @Override
    public SimulatedAnswer apply(SimulatedRequest request) {
        SimulatedAnswer answer = next.apply(request);
        if (answer.status() == 200) {
            try {
                Thread.sleep(Duration.ofMillis(millis.value()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return answer;
    }
}
