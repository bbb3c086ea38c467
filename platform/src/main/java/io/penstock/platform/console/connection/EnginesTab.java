package io.penstock.platform.console.connection;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.engine.EngineTokens;
import io.penstock.platform.engine.Engines;
import io.penstock.platform.engine.Presences;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.UUID;

/** The engines of a connection: those that wait, and those with a key of their own. */
@Controller
@RequestMapping("/connections/{uuid}/engines")
class EnginesTab {

    private static final int SHOWN = 50;

    private final ConnectionFrame frame;
    private final Engines engines;
    private final EngineTokens tokens;
    private final Presences presences;

    EnginesTab(ConnectionFrame frame, Engines engines, EngineTokens tokens, Presences presences) {
        this.frame = frame;
        this.engines = engines;
        this.tokens = tokens;
        this.presences = presences;
    }

    @GetMapping
    String show(Caller caller, @PathVariable UUID uuid, Model model) {
        var connection = frame.open(caller, uuid, "engines", model);
        model.addAttribute("enrolled", engines.all(connection));
        model.addAttribute("waiting", presences.newest(connection, SHOWN));
        return "connection/engines";
    }

    /** The answer is the page with the token in it, this once. */
    @PostMapping("/tokens")
    String token(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam String name,
            HttpServletResponse response,
            Model model) {
        try {
            var made = tokens.make(frame.require(caller, uuid), name, caller.username());
            model.addAttribute("token", made);
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            model.addAttribute("problem", e.fault().sentence());
            model.addAttribute("typed", name);
        }
        return show(caller, uuid, model);
    }

    @PostMapping("/{engine}/new-key")
    String newKey(Caller caller, @PathVariable UUID uuid, @PathVariable UUID engine) {
        engines.askNewKey(frame.require(caller, uuid), engine);
        return back(uuid);
    }

    @PostMapping("/{engine}/revoke")
    String revoke(Caller caller, @PathVariable UUID uuid, @PathVariable UUID engine) {
        engines.revoke(frame.require(caller, uuid), engine);
        return back(uuid);
    }

    private static String back(UUID uuid) {
        return "redirect:/connections/" + uuid + "/engines";
    }
}
