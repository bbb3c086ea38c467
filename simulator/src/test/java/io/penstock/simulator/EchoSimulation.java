package io.penstock.simulator;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** Answers with what it was asked. */
public final class EchoSimulation implements VendorSimulation {

    @Override
    public String key() {
        return "echo";
    }

    @Override
    public SimulatedApi open(Scenario scenario, InstantSource clock) {
        if (scenario.options().containsKey("broken")) {
            throw new IllegalArgumentException("The option \"broken\" is not known.");
        }
        return new SimulatedApi() {
            @Override
            public SimulatedAnswer answer(SimulatedRequest request) {
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
                        203, Map.of("X-Echo", "yes"), text.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public String oracle() {
                return "hosts.total=" + scenario.hosts() + "\nnow=" + scenario.now() + "\n";
            }
        };
    }
}
