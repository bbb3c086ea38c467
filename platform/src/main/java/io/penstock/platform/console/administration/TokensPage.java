package io.penstock.platform.console.administration;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.security.ApiTokens;
import io.penstock.platform.security.Caller;
import io.penstock.platform.security.Role;

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
import java.util.UUID;

/** Administration › API tokens: everybody's. */
@Controller
@RequestMapping("/administration/tokens")
class TokensPage {

    private static final String PATH = "/administration/tokens";
    private static final int ROWS = 50;

    private final ApiTokens tokens;

    TokensPage(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    String list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "") List<String> trail,
            Model model) {
        var found = tokens.all(caller.tenantId(), after, ROWS + 1);
        var page = found.subList(0, Math.min(ROWS, found.size()));
        var paging = Listing.of(PATH, after == null ? "" : after.toString(), trail);
        var key = found.size() > ROWS ? page.getLast().uuid().toString() : "";
        model.addAttribute("tokens", page);
        model.addAttribute("roles", tokens.roles(caller));
        model.addAttribute("daysUsual", ApiTokens.DAYS_USUAL);
        model.addAttribute("daysMax", ApiTokens.DAYS_MAX);
        model.addAttribute("paging", paging);
        model.addAttribute("next", paging.next(key));
        return "administration/tokens";
    }

    /** The answer is the page with the token on it, this once. */
    @PostMapping
    String make(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "0") int days,
            HttpServletResponse response,
            Model model) {
        try {
            var order = new ApiTokens.Order(name, Role.byHand(role), days);
            model.addAttribute("made", tokens.make(caller, order));
        } catch (FaultException e) {
            Refusal.show(e, response, model);
            model.addAttribute("name", name);
            model.addAttribute("wanted", role);
            model.addAttribute("days", days);
        }
        return list(caller, null, List.of(), model);
    }

    @PostMapping("/{uuid}/revoke")
    String revoke(Caller caller, @PathVariable UUID uuid) {
        tokens.revoke(caller, uuid);
        return "redirect:" + PATH;
    }
}
