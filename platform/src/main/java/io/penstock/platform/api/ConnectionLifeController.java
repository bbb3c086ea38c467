package io.penstock.platform.api;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.DeletionFigures;
import io.penstock.platform.connector.Pauses;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Pausing and resuming connections, and what deleting one would take away. */
@RestController
@RequestMapping("/api/v1/connections/{uuid}")
class ConnectionLifeController {

    private final Connections connections;
    private final Pauses pauses;
    private final DeletionFigures figures;

    ConnectionLifeController(Connections connections, Pauses pauses, DeletionFigures figures) {
        this.connections = connections;
        this.pauses = pauses;
        this.figures = figures;
    }

    record ProfileStatesJson(List<ProfileStateJson> profiles) {}

    /**
     * @param pausedBy who paused it; null unless a pause made it inactive
     */
    record ProfileStateJson(
            UUID uuid,
            String name,
            boolean active,
            @Nullable String pausedBy,
            @Nullable Instant pausedAt) {}

    /**
     * Make the active profiles of a connection inactive, so that it makes no traffic and keeps its
     * data. Runs that wait for an engine are taken back; a run in progress goes on.
     *
     * @param profile only this one
     * @return all profiles of the connection
     */
    @PostMapping("/pause")
    ProfileStatesJson pause(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(required = false) @Nullable UUID profile) {
        var connection = connections.require(caller.tenantId(), uuid);
        if (profile == null) {
            pauses.pause(connection, caller.username());
        } else {
            var one = connections.requireProfile(connection, profile);
            pauses.pause(connection, one, caller.username());
        }
        return states(connection);
    }

    /**
     * Make active again what a pause has made inactive. A profile that was set to Inactive by hand
     * stays so, unless it is named.
     *
     * @param profile only this one, whatever made it inactive
     * @return all profiles of the connection
     */
    @PostMapping("/resume")
    ProfileStatesJson resume(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(required = false) @Nullable UUID profile) {
        var connection = connections.require(caller.tenantId(), uuid);
        if (profile == null) {
            pauses.resume(connection);
        } else {
            pauses.resume(connection, connections.requireProfile(connection, profile));
        }
        return states(connection);
    }

    /**
     * Count what deleting a connection would take away, and what other connections know, too. It
     * looks at every record of the connection.
     *
     * @return the figures
     */
    @GetMapping("/deletion")
    DeletionFigures.Deletion deletion(Caller caller, @PathVariable UUID uuid) {
        return figures.of(connections.require(caller.tenantId(), uuid));
    }

    private ProfileStatesJson states(Connection connection) {
        var paused = pauses.of(connection);
        return new ProfileStatesJson(
                connections.profiles(connection).stream()
                        .map(profile -> {
                            var pause = paused.get(profile.uuid());
                            return new ProfileStateJson(
                                    profile.uuid(),
                                    profile.name(),
                                    profile.active(),
                                    pause == null ? null : pause.by(),
                                    pause == null ? null : pause.at());
                        })
                        .toList());
    }
}
