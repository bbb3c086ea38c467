package io.penstock.simulator;

import java.time.Instant;
import java.util.Map;

/**
 * A tenant to simulate.
 *
 * @param seed the same seed gives the same bytes
 * @param hosts how many hosts the tenant has
 * @param findingsPerHost mean number of findings of a host with a sensor, all statuses; 0 takes the
 *     vendor's own distribution
 * @param now the tenant's present: nothing in it is younger
 * @param clientId the API client that is accepted
 * @param clientSecret its secret
 * @param options vendor-specific switches by name
 */
public record Scenario(
        long seed,
        int hosts,
        int findingsPerHost,
        Instant now,
        String clientId,
        String clientSecret,
        Map<String, String> options) {

    public static final int HOSTS_MAX = 10_000_000;

    public Scenario {
        if (hosts < 0 || hosts > HOSTS_MAX) {
            throw new IllegalArgumentException(
                    "hosts is " + hosts + ", allowed are 0 to " + HOSTS_MAX);
        }
        options = Map.copyOf(options);
    }

    /** The same tenant with other switches. */
    public Scenario with(Map<String, String> otherOptions) {
        return new Scenario(
                seed, hosts, findingsPerHost, now, clientId, clientSecret, otherOptions);
    }

    @Override
    public String toString() {
        return "Scenario[seed " + seed + ", " + hosts + " hosts]";
    }
}
