package io.penstock.platform.console.run;

import io.penstock.platform.connector.Connections;
import io.penstock.platform.run.RunLedger;
import io.penstock.platform.run.Runs;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.util.UUID;

/** What is above every tab of a run. */
@Component
class RunFrame {

    private final Runs runs;
    private final Connections connections;

    RunFrame(Runs runs, Connections connections) {
        this.runs = runs;
        this.connections = connections;
    }

    /** Fills the model for the tab, and gives the run with its ledger. */
    RunLedger open(Caller caller, UUID uuid, String tab, Model model) {
        var ledger = runs.require(caller.tenantId(), uuid);
        var subject = ledger.run().subject();
        model.addAttribute("ledger", ledger);
        model.addAttribute("run", ledger.run());
        model.addAttribute("tab", tab);
        model.addAttribute(
                "connection", connections.require(caller.tenantId(), subject.connection()));
        return ledger;
    }
}
