package io.penstock.platform.console.frame;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.security.ApiTokens;
import io.penstock.platform.security.Caller;
import io.penstock.platform.security.Role;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;

/** The form for a new API token as it was typed; it stands on two pages. */
public record TokenForm(String name, String role, int days) {

    /** Gives the form its choices and bounds. */
    public static void offer(ApiTokens tokens, Caller caller, Model model) {
        model.addAttribute("roles", tokens.roles(caller));
        model.addAttribute("daysUsual", ApiTokens.DAYS_USUAL);
        model.addAttribute("daysMax", ApiTokens.DAYS_MAX);
    }

    /** Makes the token, which is shown this once, or says why not and keeps what was typed. */
    public void make(ApiTokens tokens, Caller caller, HttpServletResponse response, Model model) {
        try {
            var order = new ApiTokens.Order(name, Role.byHand(role), days);
            model.addAttribute("made", tokens.make(caller, order));
        } catch (FaultException e) {
            Refusal.show(e, response, model);
            model.addAttribute("name", name);
            model.addAttribute("wanted", role);
            model.addAttribute("days", days);
        }
    }
}
