package io.penstock.platform.console.administration;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.console.frame.KeyPaging;
import io.penstock.platform.console.frame.Refusal;
import io.penstock.platform.security.Caller;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.User;
import io.penstock.platform.security.Users;

import jakarta.servlet.http.HttpServletResponse;

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

/** Administration › Users. */
@Controller
@RequestMapping("/administration")
class UsersPage {

    private static final String PATH = "/administration/users";
    private static final int ROWS = 50;

    private final Users users;

    UsersPage(Users users) {
        this.users = users;
    }

    @GetMapping
    String start() {
        return "redirect:" + PATH;
    }

    @GetMapping("/users")
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") List<String> trail,
            Model model) {
        var found = users.page(caller.tenantId(), after, ROWS + 1);
        var paging = new KeyPaging(PATH, Map.of(), after, trail);
        model.addAttribute("users", paging.show(found, ROWS, User::username, model));
        model.addAttribute("roles", Role.BY_HAND);
        return "administration/users";
    }

    /** The answer is the page with the password on it, this once. */
    @PostMapping("/users")
    String create(
            Caller caller,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String role,
            HttpServletResponse response,
            Model model) {
        try {
            var name = username.strip();
            model.addAttribute("made", users.create(caller.tenantId(), name, Role.byHand(role)));
        } catch (FaultException e) {
            Refusal.show(e, response, model);
            model.addAttribute("username", username);
            model.addAttribute("wanted", role);
        }
        return list(caller, "", List.of(), model);
    }

    /** As for a new user. */
    @PostMapping("/users/{uuid}/reset-password")
    String resetPassword(
            Caller caller, @PathVariable UUID uuid, HttpServletResponse response, Model model) {
        try {
            model.addAttribute("made", users.resetPassword(caller.tenantId(), uuid));
        } catch (FaultException e) {
            Refusal.show(e, response, model);
        }
        return list(caller, "", List.of(), model);
    }

    @PostMapping("/users/{uuid}/role")
    String changeRole(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String role,
            HttpServletResponse response,
            Model model) {
        return tried(
                () -> users.changeRole(caller.tenantId(), uuid, Role.byHand(role)),
                caller,
                response,
                model);
    }

    @PostMapping("/users/{uuid}/disable")
    String disable(
            Caller caller, @PathVariable UUID uuid, HttpServletResponse response, Model model) {
        return tried(() -> users.disable(caller.tenantId(), uuid), caller, response, model);
    }

    @PostMapping("/users/{uuid}/enable")
    String enable(
            Caller caller, @PathVariable UUID uuid, HttpServletResponse response, Model model) {
        return tried(() -> users.enable(caller.tenantId(), uuid), caller, response, model);
    }

    private String tried(
            Runnable change, Caller caller, HttpServletResponse response, Model model) {
        try {
            change.run();
            return "redirect:" + PATH;
        } catch (FaultException e) {
            Refusal.show(e, response, model);
            return list(caller, "", List.of(), model);
        }
    }
}
