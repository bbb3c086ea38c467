package io.penstock.platform.console.finding;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.score.FindingBand;
import io.penstock.platform.acceptance.Acceptances;
import io.penstock.platform.console.frame.ScoreView;
import io.penstock.platform.intelligence.CveLookup;
import io.penstock.platform.score.AssetScores;
import io.penstock.platform.search.AssetSearch;
import io.penstock.platform.search.FindingDetail;
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

    private static final int SCORE_MAX = 100;

    private final FindingSearch findings;
    private final AssetSearch assets;
    private final AssetScores scores;
    private final Acceptances acceptances;
    private final CveLookup cves;

    FindingPage(
            FindingSearch findings,
            AssetSearch assets,
            AssetScores scores,
            Acceptances acceptances,
            CveLookup cves) {
        this.findings = findings;
        this.assets = assets;
        this.scores = scores;
        this.acceptances = acceptances;
        this.cves = cves;
    }

    @GetMapping(PATH)
    String show(Caller caller, @PathVariable UUID uuid, Model model) {
        var finding = require(caller, uuid);
        if (!finding.row().id().equals(uuid)) {
            return "redirect:/risk-management/findings/vulnerability/" + finding.row().id();
        }
        return fill(caller, finding, AcceptanceForm.BLANK, "", model);
    }

    /**
     * @param typed what stands in the form
     * @param problem why it was refused, or empty
     */
    String fill(
            Caller caller,
            FindingDetail finding,
            AcceptanceForm typed,
            String problem,
            Model model) {
        var tenant = caller.tenantId();
        var row = finding.row();
        model.addAttribute("finding", finding);
        model.addAttribute("typed", typed);
        model.addAttribute("problem", problem);
        model.addAttribute("acceptances", acceptances.covering(tenant, row.id()));
        model.addAttribute("host", assets.get(tenant, row.assetId()).orElse(null));
        scores.ofFinding(tenant, row.id())
                .map(score -> ScoreView.of(score, SCORE_MAX, FindingBand.of(score.value())))
                .ifPresent(score -> model.addAttribute("score", score));
        var cve = row.cveId();
        if (cve != null && !cve.isBlank()) {
            model.addAttribute("cve", cves.of(tenant, cve));
        }
        return "finding";
    }

    /**
     * @param uuid of a finding, or of a record of it
     */
    FindingDetail require(Caller caller, UUID uuid) {
        return findings.get(caller.tenantId(), uuid).orElseThrow(() -> unknown(uuid));
    }

    static FaultException unknown(UUID uuid) {
        return new FaultException(
                FaultKind.NOT_FOUND,
                "FINDING_UNKNOWN",
                "There is no finding " + uuid + ".",
                "It may have been removed with its connection.");
    }
}
