package io.penstock.launcher.client;

import java.util.Map;
import java.util.TreeMap;

/**
 * A connection to make or to change. {@code settings} holds the vendor's credentials, so {@code
 * toString} leaves the values out.
 */
public record ConnectionDraft(
        String name, String description, String connector, Map<String, String> settings) {

    public ConnectionDraft {
        settings = Map.copyOf(settings);
    }

    /** The same with one more of the vendor's settings. */
    public ConnectionDraft with(String key, String value) {
        var more = new TreeMap<>(settings);
        more.put(key, value);
        return new ConnectionDraft(name, description, connector, more);
    }

    @Override
    public String toString() {
        return "ConnectionDraft[" + name + ", settings " + settings.keySet() + "]";
    }
}
