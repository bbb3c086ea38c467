package io.penstock.platform.console.administration;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.console.frame.Refusal;
import io.penstock.platform.security.Caller;
import io.penstock.platform.setting.EffectiveSettings;
import io.penstock.platform.setting.Settings;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Administration › Settings and retention. */
@Controller
@RequestMapping("/administration/settings")
class SettingsPage {

    private static final String BACK = "redirect:/administration/settings";
    private static final int DIGITS_MAX = 9;

    private final Settings settings;
    private final EffectiveSettings effective;

    SettingsPage(Settings settings, EffectiveSettings effective) {
        this.settings = settings;
        this.effective = effective;
    }

    @GetMapping
    String show(Caller caller, Model model) {
        model.addAttribute("chosen", settings.all(caller.tenantId()));
        model.addAttribute("effective", effective.all());
        return "administration/settings";
    }

    @PostMapping("/{key}")
    String choose(
            Caller caller,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String value,
            HttpServletResponse response,
            Model model) {
        try {
            settings.choose(caller.tenantId(), key, number(value), caller.username());
            return BACK;
        } catch (FaultException e) {
            Refusal.show(e, response, model);
            model.addAttribute("wrong", key);
            model.addAttribute("typed", value);
            return show(caller, model);
        }
    }

    @PostMapping("/{key}/standing")
    String forget(Caller caller, @PathVariable String key) {
        settings.forget(caller.tenantId(), key);
        return BACK;
    }

    private static long number(String typed) {
        var text = typed.strip();
        if (!text.matches("[0-9]{1," + DIGITS_MAX + "}")) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "SETTING_NUMBER",
                    "The value is no whole number.",
                    "Type digits only.");
        }
        return Long.parseLong(text);
    }
}
