package io.penstock.source;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.util.Map;
import java.util.Optional;

/** The values of a connection's settings by key. Never prints a value. */
public final class Settings {

    private final Map<String, String> values;

    public Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(v -> !v.isEmpty());
    }

    /**
     * @throws FaultException CONFIGURATION when the setting is missing or blank
     */
    public String require(String key) {
        return find(key)
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.CONFIGURATION,
                                "SETTING_MISSING",
                                "The connection's setting '" + key + "' is missing.",
                                "Enter it in the connection's Basic Details."));
    }

    public Secret secret(String key) {
        return new Secret(require(key));
    }

    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }
}
