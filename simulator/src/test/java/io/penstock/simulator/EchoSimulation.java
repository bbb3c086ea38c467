package io.penstock.simulator;

import io.penstock.simulator.option.Reading;
import io.penstock.simulator.option.Setting;
import io.penstock.simulator.option.Switch;
import io.penstock.simulator.option.Switchboard;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;

/** Answers with what it was asked; three calls of {@code /together} wait for each other. */
public final class EchoSimulation implements VendorSimulation {

    @Override
    public String key() {
        return "echo";
    }

    @Override
    public SimulatedApi open(Scenario scenario, InstantSource clock) {
        Switchboard board = new Switchboard();
        Setting<String> echo =
                board.add(
                        Switch.of("echo", "yes", "the value of X-Echo", Reading.word("yes", "no")));
        board.start(scenario.options());
        return new Echo(scenario, board, echo, new CyclicBarrier(3));
    }

    private record Echo(
            Scenario scenario, Switchboard switchboard, Setting<String> echo, CyclicBarrier three)
            implements SimulatedApi {

        @Override
        public SimulatedAnswer answer(SimulatedRequest request) {
            if (request.path().equals("/together")) {
                meet();
            }
            String text =
                    request.method()
                            + " "
                            + request.path()
                            + " "
                            + new TreeMap<>(request.query())
                            + " "
                            + new TreeMap<>(request.form())
                            + " "
                            + request.remote();
            return new SimulatedAnswer(
                    203, Map.of("X-Echo", echo.value()), text.getBytes(StandardCharsets.UTF_8));
        }

        private void meet() {
            try {
                three.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String oracle() {
            return "hosts.total=" + scenario.hosts() + "\nnow=" + scenario.now() + "\n";
        }

        @Override
        public Optional<ControlAnswer> control(ControlRequest request) {
            return request.is("POST", "weather")
                    ? Optional.of(
                            ControlAnswer.lines(
                                    Stream.of("sun " + request.parameter("sun").orElse(""), "day")))
                    : Optional.empty();
        }
    }
}
