package io.penstock.platform.console.administration;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.console.frame.Refusal;
import io.penstock.platform.intelligence.Intelligence;
import io.penstock.platform.intelligence.IntelligenceSettings;
import io.penstock.platform.intelligence.PublicList;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Administration › Public lists: EPSS and CISA's catalogue. Files go straight to the REST call. */
@Controller
@RequestMapping("/administration/lists")
class ListsPage {

    private static final int SHOWN = 50;

    private final Intelligence intelligence;
    private final IntelligenceSettings settings;

    ListsPage(Intelligence intelligence, IntelligenceSettings settings) {
        this.intelligence = intelligence;
        this.settings = settings;
    }

    @GetMapping
    String show(Caller caller, Model model) {
        model.addAttribute("lists", intelligence.stored(caller.tenantId()));
        model.addAttribute("imports", intelligence.imports(caller.tenantId(), SHOWN));
        model.addAttribute("shown", SHOWN);
        model.addAttribute("every", settings.every());
        model.addAttribute("megabytesMax", settings.bytesMax().toMegabytes());
        model.addAttribute("bytesMax", settings.bytesMax().toBytes());
        return "administration/lists";
    }

    @PostMapping("/{list}/fetch")
    String fetch(
            Caller caller, @PathVariable String list, HttpServletResponse response, Model model) {
        try {
            var wanted = PublicList.named(list);
            intelligence.fetch(caller.tenantId(), caller.username(), wanted);
            return "redirect:/administration/lists";
        } catch (FaultException e) {
            Refusal.show(e, response, model);
            return show(caller, model);
        }
    }
}
