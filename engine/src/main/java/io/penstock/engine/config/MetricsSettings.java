package io.penstock.engine.config;

import io.penstock.source.Secret;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Where the engine's metrics go and what they say of it.
 *
 * @param collector without a slash at the end
 * @param headers sent with each export; their values are secret
 * @param every between two exports
 * @param attributes of the engine, besides its name
 */
public record MetricsSettings(
        URI collector,
        Map<String, Secret> headers,
        Duration every,
        String service,
        Map<String, String> attributes) {

    public MetricsSettings {
        headers = Map.copyOf(headers);
        attributes = Map.copyOf(attributes);
    }
}
