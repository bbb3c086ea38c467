package io.penstock.platform.console.connection;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.engine.EngineImageFile;
import io.penstock.platform.engine.EngineTokens;
import io.penstock.platform.engine.Engines;
import io.penstock.platform.engine.EnvFile;
import io.penstock.platform.engine.OrderedRun;
import io.penstock.platform.engine.Presences;
import io.penstock.platform.engine.RunOrders;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.UUID;

/** The Quick Actions of a connection and its engines: a part of its page (S-119, S-120, S-143). */
@Controller
@RequestMapping("/connections/{uuid}/engines")
class EnginePart {

    private static final int SHOWN = 10;

    private final Connections connections;
    private final Desks desks;

    EnginePart(Connections connections, Desks desks) {
        this.connections = connections;
        this.desks = desks;
    }

    /** What is known of engines, in one hand. */
    @Component
    record Desks(
            Engines engines,
            EngineTokens tokens,
            Presences presences,
            RunOrders orders,
            EngineImageFile image) {}

    @GetMapping
    String show(Caller caller, @PathVariable UUID uuid, Model model) {
        var connection = connection(caller, uuid);
        var waiting = desks.presences().newest(connection, SHOWN);
        model.addAttribute("c", connection);
        model.addAttribute("enrolled", desks.engines().all(connection));
        model.addAttribute("waiting", waiting);
        var profiles = connections.profiles(connection);
        var orders = desks.orders().newest(connection, 1);
        model.addAttribute("profiles", profiles);
        model.addAttribute("orders", orders);
        model.addAttribute("up", up(profiles, orders));
        model.addAttribute("commands", EnvFile.commands(connection));
        model.addAttribute("image", desks.image().isThere() ? desks.image().facts() : null);
        return "engines :: engines";
    }

    /** Whether an engine waits that would take the newest order. */
    private boolean up(List<Profile> profiles, List<OrderedRun> orders) {
        var wanted = orders.stream().map(OrderedRun::profile).toList();
        return profiles.stream()
                .filter(profile -> wanted.contains(profile.uuid()))
                .anyMatch(desks.presences()::anyUp);
    }

    @PostMapping("/profiles/{profile}/run")
    String run(Caller caller, @PathVariable UUID uuid, @PathVariable UUID profile) {
        var connection = connection(caller, uuid);
        var followed = connections.requireProfile(connection, profile);
        desks.orders().ask(connection, followed, false, caller.username());
        return back(uuid);
    }

    /** The answer is the part with the token in it, this once. */
    @PostMapping("/tokens")
    String token(Caller caller, @PathVariable UUID uuid, @RequestParam String name, Model model) {
        var connection = connection(caller, uuid);
        model.addAttribute("token", desks.tokens().make(connection, name, caller.username()));
        return show(caller, uuid, model);
    }

    @PostMapping("/{engine}/new-key")
    String newKey(Caller caller, @PathVariable UUID uuid, @PathVariable UUID engine) {
        desks.engines().askNewKey(connection(caller, uuid), engine);
        return back(uuid);
    }

    @PostMapping("/{engine}/revoke")
    String revoke(Caller caller, @PathVariable UUID uuid, @PathVariable UUID engine) {
        desks.engines().revoke(connection(caller, uuid), engine);
        return back(uuid);
    }

    private Connection connection(Caller caller, UUID uuid) {
        return connections.require(caller.tenantId(), uuid);
    }

    private static String back(UUID uuid) {
        return "redirect:/connections/" + uuid;
    }
}
