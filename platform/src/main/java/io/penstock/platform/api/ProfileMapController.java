package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.connector.ProfileMaps;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** Which map version a profile's runs take (S-047). */
@RestController
class ProfileMapController {

    private final Connections connections;
    private final ProfileMaps maps;

    ProfileMapController(Connections connections, ProfileMaps maps) {
        this.connections = connections;
        this.maps = maps;
    }

    /**
     * @param version null to follow the newest
     */
    record ChoiceInput(@Nullable UUID map, @Nullable Integer version) {}

    record UsesJson(List<ProfileMaps.Use> rows) {}

    /** The profiles whose next run takes some version of a map; at most 1,000. */
    @GetMapping("/api/v1/maps/{map}/uses")
    UsesJson uses(Caller caller, @PathVariable UUID map) {
        return new UsesJson(maps.uses(caller.tenantId(), List.of(map)));
    }

    /** Which map a profile's next run takes. */
    @GetMapping("/api/v1/connections/{uuid}/profiles/{profile}/map")
    ProfileMaps.Choice choice(Caller caller, @PathVariable UUID uuid, @PathVariable UUID profile) {
        var connection = connections.require(caller.tenantId(), uuid);
        return maps.of(require(connection, profile));
    }

    /** Choose the map of a profile's next runs. */
    @PutMapping("/api/v1/connections/{uuid}/profiles/{profile}/map")
    ProfileMaps.Choice choose(
            Caller caller,
            @PathVariable UUID uuid,
            @PathVariable UUID profile,
            @RequestBody ChoiceInput input) {
        var connection = connections.require(caller.tenantId(), uuid);
        if (input.map() == null) {
            throw new FaultException(
                    FaultKind.CONFIGURATION, "FIELD_MISSING", "The body has no 'map'.", "");
        }
        return maps.choose(connection, require(connection, profile), input.map(), input.version());
    }

    private Profile require(Connection connection, UUID profile) {
        return connections
                .profile(connection, profile)
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "PROFILE_UNKNOWN",
                                "Connection '"
                                        + connection.name()
                                        + "' has no profile "
                                        + profile
                                        + ".",
                                ""));
    }
}
