package io.penstock.platform.console.finding;

import io.penstock.platform.quarantine.RawSearch;
import io.penstock.platform.search.FindingLineages;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.UUID;

/** The parts of a finding's page that load after it: lineage, and what the source sent. */
@Controller
class FindingParts {

    private final FindingLineages lineages;
    private final RawSearch raw;

    FindingParts(FindingLineages lineages, RawSearch raw) {
        this.lineages = lineages;
        this.raw = raw;
    }

    @GetMapping(FindingPage.PATH + "/lineage")
    String lineage(Caller caller, @PathVariable UUID uuid, Model model) {
        var lineage =
                lineages.of(caller.tenantId(), uuid).orElseThrow(() -> FindingPage.unknown(uuid));
        model.addAttribute("view", LineageView.of(lineage));
        return "finding-parts :: lineage";
    }

    /** One step of the search for what the source sent. */
    @GetMapping(FindingPage.PATH + "/records/{record}/raw")
    String raw(
            Caller caller,
            @PathVariable UUID uuid,
            @PathVariable UUID record,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        model.addAttribute("found", raw.finding(caller.tenantId(), record, after));
        model.addAttribute(
                "here",
                "/risk-management/findings/vulnerability/" + uuid + "/records/" + record + "/raw");
        return "raw-record :: raw";
    }
}
