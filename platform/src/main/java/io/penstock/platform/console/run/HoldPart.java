package io.penstock.platform.console.run;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.closing.Hold;
import io.penstock.platform.closing.Holds;
import io.penstock.platform.run.Run;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.UUID;

/** The part of a run's page about the closings that the breaker held. */
@Controller
class HoldPart {

    private static final int CHANGES_SHOWN = 20;
    private static final int COUNTS_SHOWN = 5;

    private final Holds holds;

    HoldPart(Holds holds) {
        this.holds = holds;
    }

    void fill(Caller caller, Run run, Model model) {
        if (run.outcome().held() == null) {
            return;
        }
        var hold = holds.require(caller.tenantId(), run.uuid());
        model.addAttribute("hold", hold);
        if (hold.state() == Hold.State.OPEN) {
            var tenant = caller.tenantId();
            model.addAttribute("heldByCve", holds.byCve(tenant, hold, COUNTS_SHOWN));
            model.addAttribute("heldByHost", holds.byHost(tenant, hold, COUNTS_SHOWN));
            model.addAttribute("heldChanges", holds.changes(tenant, hold, null, CHANGES_SHOWN));
        }
    }

    @PostMapping("/runs/{uuid}/hold")
    String decide(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String note) {
        switch (decision) {
            case "release" -> holds.release(caller.tenantId(), uuid, caller.username(), note);
            case "reject" -> holds.reject(caller.tenantId(), uuid, caller.username(), note);
            default ->
                    throw new FaultException(
                            FaultKind.MALFORMED,
                            "DECISION_UNKNOWN",
                            "The decision is neither release nor reject.",
                            "Use the buttons of the run's page.");
        }
        return "redirect:/runs/" + uuid;
    }
}
