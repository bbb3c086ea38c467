package io.penstock.platform.console.administration;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.acceptance.Acceptance.Kind;
import io.penstock.platform.acceptance.Acceptance.State;
import io.penstock.platform.acceptance.AcceptanceFilter;
import io.penstock.platform.acceptance.Acceptances;
import io.penstock.platform.console.frame.KeyPaging;
import io.penstock.platform.console.frame.Refusal;
import io.penstock.platform.security.Caller;
import io.penstock.platform.text.TypedText;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Risk Management › Accepted risks (etm 5.18). */
@Controller
@RequestMapping("/risk-management/acceptances")
class AcceptancesPage {

    private static final String PATH = "/risk-management/acceptances";
    private static final int ROWS = 50;
    private static final int CVE_MAX = 30;

    private final Acceptances acceptances;

    AcceptancesPage(Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    @GetMapping
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String cve,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "") List<String> trail,
            Model model) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("state", state);
        fields.put("kind", kind);
        fields.put("cve", cve.strip());
        var paging = new KeyPaging(PATH, fields, after > 0 ? after + "" : "", trail);
        var page = acceptances.find(caller.tenantId(), filter(fields), Math.max(0, after), ROWS);
        model.addAttribute("rows", page.rows());
        model.addAttribute("fields", fields);
        model.addAttribute("filtered", paging.filtered());
        model.addAttribute("states", State.values());
        model.addAttribute("kinds", Kind.values());
        paging.show(page.next() > 0 ? Optional.of(page.next() + "") : Optional.empty(), model);
        return "administration/acceptances";
    }

    private static AcceptanceFilter filter(Map<String, String> fields) {
        var cve = TypedText.line("CVE", fields.getOrDefault("cve", ""));
        return new AcceptanceFilter(
                Arrays.stream(State.values())
                        .filter(known -> known.name().equals(fields.get("state")))
                        .findFirst()
                        .orElse(null),
                Arrays.stream(Kind.values())
                        .filter(known -> known.name().equals(fields.get("kind")))
                        .findFirst()
                        .orElse(null),
                cve.length() > CVE_MAX ? cve.substring(0, CVE_MAX) : cve,
                null,
                null);
    }

    @PostMapping("/{uuid}/revoke")
    String revoke(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        try {
            acceptances.revoke(caller.tenantId(), caller.username(), List.of(uuid), reason.strip());
            return "redirect:" + PATH;
        } catch (FaultException e) {
            Refusal.show(e, response, model);
            model.addAttribute("wrong", uuid);
            model.addAttribute("reason", reason);
            return list(caller, "", "", "", 0, List.of(), model);
        }
    }
}
