package io.penstock.platform.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;

import io.penstock.platform.map.MapVersion;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of a map as the API shows it.
 *
 * @param map the map's file; left out of lists
 */
record MapJson(
        UUID uuid,
        String connector,
        String name,
        int version,
        boolean system,
        String savedBy,
        Instant savedAt,
        String note,
        @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String map) {

    static MapJson of(MapVersion version) {
        return new MapJson(
                version.map(),
                version.connector(),
                version.name(),
                version.version(),
                version.system(),
                version.saved().by(),
                version.saved().at(),
                version.saved().note(),
                version.body().isEmpty() ? null : version.body());
    }
}
