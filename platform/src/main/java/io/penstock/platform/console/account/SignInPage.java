package io.penstock.platform.console.account;

import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Map;

/** The way in. */
@Controller
class SignInPage {

    @GetMapping("/")
    String start() {
        return "redirect:/dashboard";
    }

    @GetMapping("/sign-in")
    String form(
            @ModelAttribute("caller") @Nullable Caller caller,
            @RequestParam Map<String, String> words,
            Model model) {
        if (caller != null) {
            return "redirect:/dashboard";
        }
        model.addAttribute("problem", problem(words));
        model.addAttribute("notice", notice(words));
        return "sign-in";
    }

    private static String problem(Map<String, String> words) {
        if (words.containsKey("limit")) {
            return "Too many failed sign-ins for this user. Wait five minutes, then try again.";
        }
        return words.containsKey("refused") ? "The user name or the password is wrong." : "";
    }

    private static String notice(Map<String, String> words) {
        if (words.containsKey("changed")) {
            return "The password is changed. Sign in with the new one.";
        }
        if (words.containsKey("ended")) {
            return "Every session of yours is ended, this one too. Your API tokens go on.";
        }
        return words.containsKey("signed-out") ? "You are signed out." : "";
    }
}
