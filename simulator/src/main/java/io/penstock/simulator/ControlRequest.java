package io.penstock.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a control resource, from a caller on this machine.
 *
 * @param resource the path behind {@code /_penstock/}, such as {@code oracle/hosts}
 * @param query decoded parameters
 * @param text the body as text
 */
public record ControlRequest(
        String method, String resource, Map<String, List<String>> query, String text) {

    /** True for a method and a resource. */
    public boolean is(String wantedMethod, String wantedResource) {
        return method.equals(wantedMethod) && resource.equals(wantedResource);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(v -> !v.isEmpty()).map(List::getFirst);
    }
}
