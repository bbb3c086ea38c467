package io.penstock.platform.console.identification;

import io.penstock.platform.identity.AssetNames;
import io.penstock.platform.identity.Decisions;
import io.penstock.platform.identity.IdentityDecision;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Identification › Decisions: what people said of records, newest first. */
@Controller
class DecisionsPage {

    private static final int ROWS = 50;

    private final Decisions decisions;
    private final AssetNames names;

    DecisionsPage(Decisions decisions, AssetNames names) {
        this.decisions = decisions;
        this.names = names;
    }

    /**
     * @param moved how many records a revoked decision has just moved; -1 without one
     */
    @GetMapping("/identification/decisions")
    String show(
            Caller caller,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "false") boolean revoked,
            @RequestParam(defaultValue = "-1") int moved,
            Model model) {
        var rows = decisions.list(caller.tenantId(), null, revoked, before, ROWS);
        model.addAttribute("rows", rows);
        model.addAttribute("names", names.of(caller.tenantId(), spokenOf(rows)));
        model.addAttribute("first", before == Long.MAX_VALUE);
        model.addAttribute("revoked", revoked);
        model.addAttribute("moved", moved);
        model.addAttribute("next", rows.size() < ROWS ? 0 : rows.getLast().cursor());
        model.addAttribute("tab", "decisions");
        return "identification-decisions";
    }

    @PostMapping("/identification/decisions/{decision}/revoke")
    String revoke(Caller caller, @PathVariable UUID decision) {
        var outcome = decisions.revoke(caller.tenantId(), caller.username(), decision);
        return "redirect:/identification/decisions?moved=" + outcome.moved();
    }

    private static List<UUID> spokenOf(List<IdentityDecision> rows) {
        return rows.stream().flatMap(row -> Stream.of(row.recordA(), row.recordB())).toList();
    }
}
