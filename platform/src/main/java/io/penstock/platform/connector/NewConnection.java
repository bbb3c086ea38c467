package io.penstock.platform.connector;

import java.util.Map;

/**
 * What a person enters for a connection. {@code toString} leaves the values of the settings out.
 *
 * @param connector the catalogue's key, such as {@code crowdstrike-onprem}
 * @param settings setting key → value as typed; an edit may leave a secret out to keep it
 * @param scope what it brings in; an edit leaves it as it is
 */
public record NewConnection(
        String connector,
        String name,
        String description,
        Map<String, String> settings,
        ConnectionScope scope) {

    public NewConnection {
        settings = Map.copyOf(settings);
    }

    /** With the scope that there is today. */
    public NewConnection(
            String connector, String name, String description, Map<String, String> settings) {
        this(connector, name, description, settings, ConnectionScope.HOST_VULNERABILITIES);
    }

    @Override
    public String toString() {
        return "NewConnection[" + connector + ", " + name + ", settings " + settings.keySet() + "]";
    }
}
