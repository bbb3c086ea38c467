package io.penstock.platform.console.wizard;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.connector.Profiles;
import io.penstock.platform.map.TransformMaps;
import io.penstock.platform.security.Caller;
import io.penstock.platform.setup.ProfileSetups;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Profiles of a connection that is there already (S-050). */
@Controller
@RequestMapping("/connections/{uuid}/profiles")
class ProfilePages {

    private static final String PREFIX = "p0.";

    private final Connections connections;
    private final Profiles profiles;
    private final ProfileSetups setups;
    private final TransformMaps maps;

    ProfilePages(
            Connections connections, Profiles profiles, ProfileSetups setups, TransformMaps maps) {
        this.connections = connections;
        this.profiles = profiles;
        this.setups = setups;
        this.maps = maps;
    }

    /** Begins with what the connection's first profile has, but for its name. */
    @GetMapping("/new")
    String blank(Caller caller, @PathVariable UUID uuid, Model model) {
        var connection = connections.require(caller.tenantId(), uuid);
        var first = setups.of(connections.profiles(connection).getFirst());
        return page(connection, null, DraftProfile.of(first).unnamed(), List.of(), model);
    }

    @PostMapping("/new")
    String add(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            Model model) {
        var connection = connections.require(caller.tenantId(), uuid);
        var typed = ProfileFields.read(fields, PREFIX);
        try {
            setups.add(connection, typed.entered());
            return back(uuid);
        } catch (FaultException e) {
            return refused(connection, null, typed, e, response, model);
        }
    }

    @GetMapping("/{profile}/edit")
    String show(Caller caller, @PathVariable UUID uuid, @PathVariable UUID profile, Model model) {
        var connection = connections.require(caller.tenantId(), uuid);
        var present = connections.requireProfile(connection, profile);
        return page(connection, present, DraftProfile.of(setups.of(present)), List.of(), model);
    }

    @PostMapping("/{profile}/edit")
    String edit(
            Caller caller,
            @PathVariable UUID uuid,
            @PathVariable UUID profile,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            Model model) {
        var connection = connections.require(caller.tenantId(), uuid);
        var present = connections.requireProfile(connection, profile);
        var typed = ProfileFields.read(fields, PREFIX);
        try {
            setups.edit(connection, present, typed.entered());
            return back(uuid);
        } catch (FaultException e) {
            return refused(connection, present, typed, e, response, model);
        }
    }

    @PostMapping("/{profile}/delete")
    String remove(
            Caller caller,
            @PathVariable UUID uuid,
            @PathVariable UUID profile,
            HttpServletResponse response,
            Model model) {
        var connection = connections.require(caller.tenantId(), uuid);
        var present = connections.requireProfile(connection, profile);
        try {
            profiles.remove(connection, present);
            return back(uuid);
        } catch (FaultException e) {
            var stored = DraftProfile.of(setups.of(present));
            return refused(connection, present, stored, e, response, model);
        }
    }

    private String refused(
            Connection connection,
            @Nullable Profile profile,
            DraftProfile typed,
            FaultException why,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(connection, profile, typed, List.of(why.fault().sentence()), model);
    }

    private String page(
            Connection connection,
            @Nullable Profile profile,
            DraftProfile typed,
            List<String> problems,
            Model model) {
        model.addAttribute("c", connection);
        model.addAttribute("present", profile);
        model.addAttribute("typed", typed);
        model.addAttribute("prefix", PREFIX);
        model.addAttribute("maps", maps.choices(connection.tenantId(), connection.connectorKey()));
        model.addAttribute("problems", problems);
        return "wizard/profile-page";
    }

    private static String back(UUID uuid) {
        return "redirect:/connections/" + uuid + "/profiles";
    }
}
