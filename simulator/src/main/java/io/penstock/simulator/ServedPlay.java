package io.penstock.simulator;

import io.penstock.simulator.conformance.Stage;
import io.penstock.simulator.option.Setting;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A simulation on a free port that remembers which records it gave away. */
final class ServedPlay implements Stage.Play {

    private final SimulatedApi api;
    private final SimulatorServer server;
    private final Set<String> fetched = ConcurrentHashMap.newKeySet();

    ServedPlay(SimulatedApi api) {
        this.api = api;
        this.server = SimulatorServer.start(api, "127.0.0.1", 0, this::delivered);
    }

    private void delivered(SimulatedRequest request, SimulatedAnswer answer) {
        try (Stream<String> records = api.records(request, answer)) {
            records.forEach(fetched::add);
        }
    }

    @Override
    public URI address() {
        return server.address();
    }

    @Override
    public Set<String> expected() {
        try (Stream<String> expected = api.expected()) {
            return expected.collect(Collectors.toSet());
        }
    }

    @Override
    public Set<String> fetched() {
        return Set.copyOf(fetched);
    }

    @Override
    public long calls() {
        return server.calls();
    }

    @Override
    public long strikes(String option) {
        return api.switchboard().all().stream()
                .filter(setting -> setting.kind().name().equals(option))
                .mapToLong(Setting::strikes)
                .sum();
    }

    @Override
    public void close() {
        server.close();
    }
}
