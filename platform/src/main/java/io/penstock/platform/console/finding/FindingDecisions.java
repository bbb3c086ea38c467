package io.penstock.platform.console.finding;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.acceptance.Acceptances;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.UUID;

/** Accepting the risk of a finding, calling it a false positive, and taking that back. */
@Controller
class FindingDecisions {

    private final FindingPage page;
    private final Acceptances acceptances;

    FindingDecisions(FindingPage page, Acceptances acceptances) {
        this.page = page;
        this.acceptances = acceptances;
    }

    @PostMapping(FindingPage.PATH + "/acceptances")
    String decide(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String until,
            HttpServletResponse response,
            Model model) {
        var finding = page.require(caller, uuid);
        var typed = new AcceptanceForm(kind, scope, reason, until);
        try {
            acceptances.decide(caller.tenantId(), caller.username(), typed.order(finding.row()));
            return redirect(uuid);
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            return page.fill(caller, finding, typed, e.fault().sentence(), model);
        }
    }

    @PostMapping(FindingPage.PATH + "/acceptances/{acceptance}/revoke")
    String revoke(
            Caller caller,
            @PathVariable UUID uuid,
            @PathVariable UUID acceptance,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        var finding = page.require(caller, uuid);
        try {
            acceptances.revoke(
                    caller.tenantId(), caller.username(), List.of(acceptance), reason.strip());
            return redirect(uuid);
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            var sentence = e.fault().sentence();
            return page.fill(caller, finding, AcceptanceForm.BLANK, sentence, model);
        }
    }

    private static String redirect(UUID finding) {
        return "redirect:/risk-management/findings/vulnerability/" + finding + "#decisions";
    }
}
