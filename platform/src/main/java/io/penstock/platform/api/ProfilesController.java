package io.penstock.platform.api;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.NewProfile;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.connector.ProfileMaps;
import io.penstock.platform.connector.Profiles;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** The profiles of a connection (S-047 to S-055). */
@RestController
@RequestMapping("/api/v1/connections/{uuid}/profiles")
class ProfilesController {

    private final Connections connections;
    private final Profiles profiles;
    private final ProfileMaps maps;

    ProfilesController(Connections connections, Profiles profiles, ProfileMaps maps) {
        this.connections = connections;
        this.profiles = profiles;
        this.maps = maps;
    }

    /**
     * @param active false: engines are told to do nothing
     * @param map which map its next run takes
     */
    record DetailJson(
            UUID uuid, String name, String description, boolean active, ProfileMaps.Choice map) {}

    /**
     * A profile as a client sends it.
     *
     * @param map the transform map
     * @param version of the map; null to follow the newest
     * @param active null for active
     */
    record ProfileInput(
            @Nullable String name,
            @Nullable String description,
            @Nullable UUID map,
            @Nullable Integer version,
            @Nullable Boolean active) {

        NewProfile typed() {
            return new NewProfile(
                    name == null ? "" : name,
                    description == null ? "" : description,
                    map,
                    version,
                    active == null || active);
        }
    }

    /**
     * The profiles of a connection with their maps.
     *
     * @return profiles, oldest first
     */
    @GetMapping
    List<DetailJson> all(Caller caller, @PathVariable UUID uuid) {
        return connections.profiles(connection(caller, uuid)).stream().map(this::json).toList();
    }

    /**
     * Add a profile; a connection has at most 20.
     *
     * @return the profile
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DetailJson add(Caller caller, @PathVariable UUID uuid, @RequestBody ProfileInput input) {
        return json(profiles.add(connection(caller, uuid), input.typed()));
    }

    /**
     * Change a profile from its next run on. What is left out is empty, or follows the newest
     * version of the map, or is active. Another map makes the next run read everything.
     *
     * @return the profile
     */
    @PutMapping("/{profile}")
    DetailJson edit(
            Caller caller,
            @PathVariable UUID uuid,
            @PathVariable UUID profile,
            @RequestBody ProfileInput input) {
        var connection = connection(caller, uuid);
        var present = connections.requireProfile(connection, profile);
        return json(profiles.edit(connection, present, input.typed()));
    }

    /** Remove a profile that never ran and is not the last; one with runs can be made inactive. */
    @DeleteMapping("/{profile}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable UUID uuid, @PathVariable UUID profile) {
        var connection = connection(caller, uuid);
        profiles.remove(connection, connections.requireProfile(connection, profile));
    }

    private Connection connection(Caller caller, UUID uuid) {
        return connections.require(caller.tenantId(), uuid);
    }

    private DetailJson json(Profile profile) {
        return new DetailJson(
                profile.uuid(),
                profile.name(),
                profile.description(),
                profile.active(),
                maps.of(profile));
    }
}
