package io.penstock.platform.console.finding;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.search.FindingSearch;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.UUID;

/** Risk Management › Findings › Vulnerability: one finding (S-085). */
@Controller
class FindingPage {

    static final String PATH = "/risk-management/findings/vulnerability/{uuid}";

    private final FindingSearch findings;

    FindingPage(FindingSearch findings) {
        this.findings = findings;
    }

    @GetMapping(PATH)
    String show(Caller caller, @PathVariable UUID uuid, Model model) {
        var finding =
                findings.get(caller.tenantId(), uuid)
                        .orElseThrow(() ->
                                new FaultException(
                                        FaultKind.NOT_FOUND,
                                        "FINDING_UNKNOWN",
                                        "There is no finding " + uuid + ".",
                                        "It may have been removed with its connection."));
        model.addAttribute("finding", finding);
        return "finding";
    }
}
