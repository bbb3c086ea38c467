package io.penstock.platform.console.run;

import io.penstock.platform.connector.Connections;
import io.penstock.platform.run.RejectedRecords;
import io.penstock.platform.run.RunLedger;
import io.penstock.platform.run.RunSlices;
import io.penstock.platform.run.Runs;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.UUID;

/**
 * One run: its ledger, the closings that wait for a person, the slices it could not prove, and the
 * records it rejected.
 */
@Controller
class RunPage {

    private static final int RECORDS_SHOWN = 50;
    private static final int SLICES_SHOWN = 50;

    private final Runs runs;
    private final RunSlices slices;
    private final RejectedRecords rejected;
    private final Connections connections;
    private final HoldPart holds;

    RunPage(
            Runs runs,
            RunSlices slices,
            RejectedRecords rejected,
            Connections connections,
            HoldPart holds) {
        this.holds = holds;
        this.runs = runs;
        this.slices = slices;
        this.rejected = rejected;
        this.connections = connections;
    }

    @GetMapping("/runs/{uuid}")
    String show(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var ledger = runs.require(caller.tenantId(), uuid);
        live(caller, ledger, model);
        var records = rejected.of(caller.tenantId(), ledger.run(), after, RECORDS_SHOWN);
        model.addAttribute(
                "connection",
                connections.require(caller.tenantId(), ledger.run().subject().connection()));
        model.addAttribute("records", records);
        model.addAttribute("first", after.isEmpty());
        model.addAttribute(
                "next", records.size() < RECORDS_SHOWN ? "" : records.getLast().cursor());
        return "run";
    }

    /** The part that refreshes itself. */
    @GetMapping("/runs/{uuid}/live")
    String live(Caller caller, @PathVariable UUID uuid, Model model) {
        live(caller, runs.require(caller.tenantId(), uuid), model);
        return "run :: live";
    }

    @PostMapping("/runs/{uuid}/cancel")
    String cancel(Caller caller, @PathVariable UUID uuid) {
        runs.requestCancel(caller.tenantId(), uuid);
        return "redirect:/runs/" + uuid;
    }

    private void live(Caller caller, RunLedger ledger, Model model) {
        model.addAttribute("ledger", ledger);
        model.addAttribute("progress", ProgressView.of(ledger));
        holds.fill(caller, ledger.run(), model);
        model.addAttribute(
                "incomplete",
                slices.of(caller.tenantId(), ledger.run(), "INCOMPLETE", null, SLICES_SHOWN));
    }
}
