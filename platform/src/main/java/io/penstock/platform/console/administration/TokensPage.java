package io.penstock.platform.console.administration;

import io.penstock.platform.console.frame.KeyPaging;
import io.penstock.platform.console.frame.TokenForm;
import io.penstock.platform.security.ApiTokens;
import io.penstock.platform.security.Caller;

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
        var key = after == null ? "" : after.toString();
        var paging = new KeyPaging(PATH, Map.of(), key, trail);
        model.addAttribute(
                "tokens", paging.show(found, ROWS, token -> token.uuid().toString(), model));
        TokenForm.offer(tokens, caller, model);
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
        new TokenForm(name, role, days).make(tokens, caller, response, model);
        return list(caller, null, List.of(), model);
    }

    @PostMapping("/{uuid}/revoke")
    String revoke(Caller caller, @PathVariable UUID uuid) {
        tokens.revoke(caller, uuid);
        return "redirect:" + PATH;
    }
}
