package io.penstock.launcher.client;

import java.util.Map;

/**
 * A connection to make or to change. {@code settings} holds the vendor's credentials, so {@code
 * toString} leaves the values out.
 */
public record ConnectionDraft(
        String name, String description, String connector, Map<String, String> settings) {

    public ConnectionDraft {
        settings = Map.copyOf(settings);
    }

    @Override
    public String toString() {
        return "ConnectionDraft[" + name + ", settings " + settings.keySet() + "]";
    }
}
