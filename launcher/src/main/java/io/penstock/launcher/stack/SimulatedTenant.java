package io.penstock.launcher.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tenant that the simulator plays.
 *
 * @param findingsPerHost mean number of findings of a host with a sensor; 0 takes the vendor's own
 *     distribution
 * @param client the API client that the simulator accepts
 * @param options switches of the vendor's simulation
 */
public record SimulatedTenant(
        int hosts, long seed, int findingsPerHost, ApiClient client, Map<String, String> options) {

    public SimulatedTenant {
        options = Map.copyOf(options);
    }

    public SimulatedTenant with(String option, String value) {
        var more = new TreeMap<>(options);
        more.put(option, value);
        return new SimulatedTenant(hosts, seed, findingsPerHost, client, more);
    }

    List<String> arguments() {
        var arguments = new ArrayList<String>();
        arguments.addAll(List.of("--hosts", Integer.toString(hosts)));
        arguments.addAll(List.of("--seed", Long.toString(seed)));
        arguments.addAll(List.of("--findings-per-host", Integer.toString(findingsPerHost)));
        arguments.addAll(List.of("--client-id", client.id()));
        new TreeMap<>(options)
                .forEach(
                        (name, value) -> arguments.addAll(List.of("--option", name + "=" + value)));
        return List.copyOf(arguments);
    }
}
