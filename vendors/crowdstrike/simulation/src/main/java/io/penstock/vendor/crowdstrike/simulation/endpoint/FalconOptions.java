package io.penstock.vendor.crowdstrike.simulation.endpoint;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The switches of the simulation.
 *
 * @param scopes what the API client may read: {@code vulnerabilities}, {@code assets}
 * @param tokenLife how long a token is valid
 * @param cursorLife how long an {@code after} is valid
 * @param pageDelay how long a data answer is held back
 * @param liveLastAfter whether the last page has an {@code after} too
 * @param callsPerMinute the account's limit
 */
public record FalconOptions(
        Set<String> scopes,
        Duration tokenLife,
        Duration cursorLife,
        Duration pageDelay,
        boolean liveLastAfter,
        int callsPerMinute) {

    private static final Set<String> SCOPES = Set.of("vulnerabilities", "assets");
    private static final Set<String> NAMES =
            Set.of(
                    "scopes",
                    "token-life",
                    "cursor-life",
                    "page-delay",
                    "last-after",
                    "calls-per-minute");

    public FalconOptions {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Reads the switches.
     *
     * @throws IllegalArgumentException with a sentence for the person who set them
     */
    public static FalconOptions of(Map<String, String> options) {
        for (String name : options.keySet()) {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException(
                        "The option \""
                                + name
                                + "\" is not known, there are "
                                + new TreeSet<>(NAMES)
                                + ".");
            }
        }
        return new FalconOptions(
                scopes(options.getOrDefault("scopes", "vulnerabilities,assets")),
                Duration.ofSeconds(number(options, "token-life", 1800, 1, 86_400)),
                Duration.ofSeconds(number(options, "cursor-life", 120, 1, 86_400)),
                Duration.ofMillis(number(options, "page-delay", 0, 0, 600_000)),
                lastAfter(options.getOrDefault("last-after", "empty")),
                number(options, "calls-per-minute", 6000, 1, 1_000_000));
    }

    private static Set<String> scopes(String text) {
        Set<String> scopes = new TreeSet<>();
        for (String scope : text.split(",")) {
            if (!scope.isBlank() && !SCOPES.contains(scope.strip())) {
                throw new IllegalArgumentException(
                        "The scope \""
                                + scope.strip()
                                + "\" is not known, there are "
                                + new TreeSet<>(SCOPES)
                                + ".");
            }
            if (!scope.isBlank()) {
                scopes.add(scope.strip());
            }
        }
        return scopes;
    }

    private static boolean lastAfter(String text) {
        return switch (text) {
            case "empty" -> false;
            case "live" -> true;
            default ->
                    throw new IllegalArgumentException(
                            "The option last-after is \""
                                    + text
                                    + "\", allowed are empty and live.");
        };
    }

    private static int number(
            Map<String, String> options, String name, int usual, int min, int max) {
        String text = options.getOrDefault(name, Integer.toString(usual)).strip();
        int value = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "The option "
                            + name
                            + " is \""
                            + text
                            + "\", allowed are "
                            + min
                            + " to "
                            + max
                            + ".");
        }
        return value;
    }
}
