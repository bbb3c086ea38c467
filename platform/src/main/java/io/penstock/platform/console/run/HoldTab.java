package io.penstock.platform.console.run;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.closing.Holds;
import io.penstock.platform.console.frame.KeyPaging;
import io.penstock.platform.run.Run;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
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

/** The closings of a run that the breaker held: all of them, counted, and the decision. */
@Controller
@RequestMapping("/runs/{uuid}/hold")
class HoldTab {

    private static final int CHANGES_SHOWN = 50;
    private static final int COUNTS_SHOWN = 10;

    private final RunFrame frame;
    private final Holds holds;

    HoldTab(RunFrame frame, Holds holds) {
        this.frame = frame;
        this.holds = holds;
    }

    @GetMapping
    String show(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "") List<String> trail,
            Model model) {
        var run = held(caller, uuid, model);
        var found = holds.changes(caller.tenantId(), run.id(), after, CHANGES_SHOWN + 1);
        var key = after == null ? "" : after.toString();
        var paging = new KeyPaging("/runs/" + uuid + "/hold", Map.of(), key, trail);
        model.addAttribute(
                "changes",
                paging.show(found, CHANGES_SHOWN, change -> change.record().toString(), model));
        return "run/hold";
    }

    /** How much waits is counted for this part; of many that takes a moment. */
    @GetMapping("/decision")
    String decision(Caller caller, @PathVariable UUID uuid, Model model) {
        held(caller, uuid, model);
        model.addAttribute("hold", holds.require(caller.tenantId(), uuid));
        return "run/hold :: decision";
    }

    @GetMapping("/counts")
    String counts(Caller caller, @PathVariable UUID uuid, Model model) {
        var run = held(caller, uuid, model);
        model.addAttribute("byCve", holds.byCve(caller.tenantId(), run.id(), COUNTS_SHOWN));
        model.addAttribute("byHost", holds.byHost(caller.tenantId(), run.id(), COUNTS_SHOWN));
        return "run/hold :: counts";
    }

    @PostMapping
    String decide(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String sure,
            HttpServletResponse response,
            Model model) {
        try {
            decide(caller, uuid, decision, note, sure);
            return "redirect:/runs/" + uuid + "/hold";
        } catch (FaultException e) {
            if (e.fault().kind() == FaultKind.NOT_FOUND) {
                throw e;
            }
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            model.addAttribute("problem", e.fault().sentence());
            model.addAttribute("note", note);
            model.addAttribute("hold", holds.require(caller.tenantId(), uuid));
            return show(caller, uuid, null, List.of(), model);
        }
    }

    private void decide(Caller caller, UUID uuid, String decision, String note, String sure) {
        if (!sure.equals("yes")) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "NOT_CONFIRMED",
                    "The decision is not confirmed.",
                    "Look at what would close, and tick the box.");
        }
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
    }

    private Run held(Caller caller, UUID uuid, Model model) {
        var run = frame.open(caller, uuid, "hold", model).run();
        if (run.outcome().held() == null) {
            throw new FaultException(
                    FaultKind.NOT_FOUND,
                    "HOLD_UNKNOWN",
                    "This run holds no closings.",
                    "The page of the connection names the runs that do.");
        }
        return run;
    }
}
