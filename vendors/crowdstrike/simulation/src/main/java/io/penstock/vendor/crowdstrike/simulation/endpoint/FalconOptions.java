package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.option.Reading;
import io.penstock.simulator.option.Setting;
import io.penstock.simulator.option.Switch;
import io.penstock.simulator.option.Switchboard;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The switches of the gateway and of paging; all can be moved while the simulation runs.
 *
 * @param scopes what the API client may read: {@code vulnerabilities}, {@code assets}
 * @param tokenLife seconds a new token is valid
 * @param cursorLife seconds an {@code after} is valid
 * @param callsPerMinute the account's limit
 */
public record FalconOptions(
        Setting<Set<String>> scopes,
        Setting<Integer> tokenLife,
        Setting<Integer> cursorLife,
        Setting<Integer> callsPerMinute) {

    private static final Set<String> SCOPES = Set.of("vulnerabilities", "assets");

    /** Adds the switches to the board of a simulation. */
    public static FalconOptions on(Switchboard board) {
        return new FalconOptions(
                board.add(
                        Switch.of(
                                "scopes",
                                "vulnerabilities,assets",
                                "what the API client may read; a call without its scope gets 403",
                                FalconOptions::scopes)),
                board.add(seconds("token-life", "1800", "seconds a new token is valid")),
                board.add(seconds("cursor-life", "120", "seconds an after is valid").tried("1")),
                board.add(
                        Switch.of(
                                "calls-per-minute",
                                "6000",
                                "calls of the account in any 60 seconds",
                                Reading.number(1, 1_000_000))));
    }

    private static Switch<Integer> seconds(String name, String usual, String help) {
        return Switch.of(name, usual, help, Reading.number(1, 86_400));
    }

    /** Reads a number of seconds anew each time it is asked. */
    static Supplier<Duration> time(Setting<Integer> seconds) {
        return () -> Duration.ofSeconds(seconds.value());
    }

    private static Set<String> scopes(String text) {
        Set<String> scopes = new TreeSet<>();
        for (String scope : text.split(",")) {
            if (!scope.isBlank() && !SCOPES.contains(scope.strip())) {
                throw new IllegalArgumentException(
                        "the scope \""
                                + scope.strip()
                                + "\" is not known, there are "
                                + new TreeSet<>(SCOPES));
            }
            if (!scope.isBlank()) {
                scopes.add(scope.strip());
            }
        }
        return Set.copyOf(scopes);
    }
}
