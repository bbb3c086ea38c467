package io.penstock.platform.console.account;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.security.Caller;
import io.penstock.platform.security.Users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The caller's own account. */
@Controller
class AccountPage {

    private final Users users;

    AccountPage(Users users) {
        this.users = users;
    }

    @GetMapping("/account")
    String show(Model model) {
        model.addAttribute("problem", "");
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
        model.addAttribute("problem", problem);
        return "account";
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
