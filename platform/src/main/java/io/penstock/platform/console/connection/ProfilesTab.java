package io.penstock.platform.console.connection;

import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.Pauses;
import io.penstock.platform.connector.Pauses.Pause;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.connector.ProfileMaps;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.UUID;

/** The profiles of a connection: what its runs follow (S-047 to S-054). */
@Controller
class ProfilesTab {

    private final ConnectionFrame frame;
    private final Connections connections;
    private final ProfileMaps maps;
    private final Pauses pauses;

    ProfilesTab(ConnectionFrame frame, Connections connections, ProfileMaps maps, Pauses pauses) {
        this.frame = frame;
        this.connections = connections;
        this.maps = maps;
        this.pauses = pauses;
    }

    /**
     * @param pause null unless a pause made it inactive
     */
    record Row(Profile profile, ProfileMaps.Choice map, @Nullable Pause pause) {}

    @GetMapping("/connections/{uuid}/profiles")
    String show(Caller caller, @PathVariable UUID uuid, Model model) {
        var connection = frame.open(caller, uuid, "profiles", model);
        var paused = pauses.of(connection);
        var rows =
                connections.profiles(connection).stream()
                        .map(one -> new Row(one, maps.of(one), paused.get(one.uuid())))
                        .toList();
        model.addAttribute("rows", rows);
        return "connection/profiles";
    }
}
