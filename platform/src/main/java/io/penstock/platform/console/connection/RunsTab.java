package io.penstock.platform.console.connection;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.console.frame.KeyPaging;
import io.penstock.platform.run.Runs;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All runs of a connection, newest first, a page at a time. */
@Controller
class RunsTab {

    private static final int SHOWN = 20;

    private final ConnectionFrame frame;
    private final Runs runs;

    RunsTab(ConnectionFrame frame, Runs runs) {
        this.frame = frame;
        this.runs = runs;
    }

    @GetMapping("/connections/{uuid}/runs")
    String show(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") List<String> trail,
            Model model) {
        var connection = frame.open(caller, uuid, "runs", model);
        var found = runs.newest(connection.tenantId(), uuid, before(after), SHOWN + 1);
        var paging = new KeyPaging("/connections/" + uuid + "/runs", Map.of(), after, trail);
        var shown = paging.show(found, SHOWN, ledger -> Long.toString(ledger.run().id()), model);
        model.addAttribute("rows", shown.stream().map(RunRow::of).toList());
        return "connection/runs";
    }

    private static long before(String after) {
        try {
            return after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "CURSOR_FORM",
                    "The address of this page is not one this list has given out.",
                    "Start at the first page.");
        }
    }
}
