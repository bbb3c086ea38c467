package io.penstock.platform.console.asset;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.identity.DecisionPreviews;
import io.penstock.platform.identity.Decisions;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.UUID;

/** Decisions on the identity of one host: first what they would come to, then with a reason. */
@Controller
class AssetDecisions {

    private final AssetPage page;
    private final DecisionPreviews previews;
    private final Decisions decisions;

    AssetDecisions(AssetPage page, DecisionPreviews previews, Decisions decisions) {
        this.page = page;
        this.previews = previews;
        this.decisions = decisions;
    }

    @PostMapping(AssetPage.PATH + "/decision/preview")
    String preview(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") List<String> record,
            HttpServletResponse response,
            Model model) {
        var form = new DecisionForm(action, other, record, "");
        return shown(new Asked(caller, uuid, form), "", response, model);
    }

    @PostMapping(AssetPage.PATH + "/decision")
    String decide(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") List<String> record,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        var form = new DecisionForm(action, other, record, reason);
        try {
            var order = form.order(uuid);
            var outcome = decisions.decide(caller.tenantId(), caller.username(), order, reason);
            return "redirect:/inventory/assets/host/" + uuid + "?moved=" + outcome.moved();
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            return shown(new Asked(caller, uuid, form), e.fault().sentence(), response, model);
        }
    }

    @PostMapping(AssetPage.PATH + "/decisions/{decision}/revoke")
    String revoke(Caller caller, @PathVariable UUID uuid, @PathVariable UUID decision) {
        var outcome = decisions.revoke(caller.tenantId(), caller.username(), decision);
        return "redirect:/inventory/assets/host/" + uuid + "?moved=" + outcome.moved();
    }

    private record Asked(Caller caller, UUID asset, DecisionForm form) {}

    /** The page with what the decision would come to, or with why it cannot be. */
    private String shown(Asked asked, String problem, HttpServletResponse response, Model model) {
        var caller = asked.caller();
        model.addAttribute("asset", page.require(caller, asked.asset()));
        model.addAttribute("form", asked.form());
        model.addAttribute("problem", problem);
        try {
            var order = asked.form().order(asked.asset());
            var preview = previews.of(caller.tenantId(), order);
            model.addAttribute("preview", preview);
            model.addAttribute("hosts", preview.assets().stream().map(BecomingView::of).toList());
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            model.addAttribute("problem", e.fault().sentence());
        }
        return "asset-decision";
    }
}
