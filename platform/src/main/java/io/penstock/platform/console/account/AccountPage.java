package io.penstock.platform.console.account;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.console.frame.TokenForm;
import io.penstock.platform.security.ApiTokens;
import io.penstock.platform.security.Caller;
import io.penstock.platform.security.Users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.UUID;

/** The caller's own account: password, sessions, API tokens. */
@Controller
class AccountPage {

    private final Users users;
    private final ApiTokens tokens;

    AccountPage(Users users, ApiTokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    @GetMapping("/account")
    String show(Caller caller, Model model) {
        model.addAttribute("tokens", tokens.own(caller));
        TokenForm.offer(tokens, caller, model);
        return "account";
    }

    @PostMapping("/account/password")
    String change(
            Caller caller,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var problem = problem(caller, present, wanted, again);
        if (problem.isEmpty()) {
            request.getSession().invalidate();
            return "redirect:/sign-in?changed";
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("passwordProblem", problem);
        return show(caller, model);
    }

    /** This session ends, too; the next page is the way in. */
    @PostMapping("/account/end-sessions")
    String endSessions(Caller caller, HttpServletRequest request) {
        users.endSessions(caller);
        request.getSession().invalidate();
        return "redirect:/sign-in?ended";
    }

    /** The answer is the page with the token on it, this once. */
    @PostMapping("/account/tokens")
    String makeToken(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "0") int days,
            HttpServletResponse response,
            Model model) {
        new TokenForm(name, role, days).make(tokens, caller, response, model);
        return show(caller, model);
    }

    @PostMapping("/account/tokens/{uuid}/revoke")
    String revokeToken(Caller caller, @PathVariable UUID uuid) {
        tokens.revokeOwn(caller, uuid);
        return "redirect:/account";
    }

    private String problem(Caller caller, String present, String wanted, String again) {
        if (!wanted.equals(again)) {
            return "The new password and its repetition differ.";
        }
        try {
            users.changePassword(caller, present, wanted);
            return "";
        } catch (FaultException e) {
            return e.fault().sentence();
        }
    }
}
