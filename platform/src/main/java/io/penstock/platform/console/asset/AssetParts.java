package io.penstock.platform.console.asset;

import io.penstock.core.score.AssetBand;
import io.penstock.platform.acceptance.Acceptances;
import io.penstock.platform.console.frame.ScoreView;
import io.penstock.platform.score.AssetScores;
import io.penstock.platform.search.AssetSearch;
import io.penstock.platform.search.AssetTimeline;
import io.penstock.platform.search.FindingCounts;
import io.penstock.platform.search.FindingSearch;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.UUID;

/** The parts of a host's page that load after it: score, findings, timeline. */
@Controller
class AssetParts {

    private static final int FINDINGS = 20;
    private static final int ENTRIES = 30;
    private static final int SCORE_MAX = 1_000;

    private final AssetSearch assets;
    private final AssetScores scores;
    private final Acceptances acceptances;
    private final FindingSearch findings;
    private final FindingCounts counts;
    private final AssetTimeline timeline;

    AssetParts(
            AssetSearch assets,
            AssetScores scores,
            Acceptances acceptances,
            FindingSearch findings,
            FindingCounts counts,
            AssetTimeline timeline) {
        this.assets = assets;
        this.scores = scores;
        this.acceptances = acceptances;
        this.findings = findings;
        this.counts = counts;
        this.timeline = timeline;
    }

    @GetMapping(AssetPage.PATH + "/score")
    String score(Caller caller, @PathVariable UUID uuid, Model model) {
        require(caller, uuid);
        var explained = scores.explain(caller.tenantId(), uuid, "");
        var score = explained.score();
        model.addAttribute("explained", explained);
        model.addAttribute("score", ScoreView.of(score, SCORE_MAX, AssetBand.of(score.value())));
        model.addAttribute("history", ScoreHistory.of(explained));
        model.addAttribute("decisions", acceptances.counts(caller.tenantId(), uuid));
        model.addAttribute("self", uuid);
        return "asset-parts :: score";
    }

    @GetMapping(AssetPage.PATH + "/findings")
    String findings(Caller caller, @PathVariable UUID uuid, Model model) {
        require(caller, uuid);
        var query = "asset.id:" + uuid;
        var open = query + " and not finding.status:FIXED";
        model.addAttribute("findings", findings.find(caller.tenantId(), open, null, FINDINGS));
        model.addAttribute("facets", counts.facets(caller.tenantId(), query));
        model.addAttribute("findingsQuery", query);
        return "asset-parts :: findings";
    }

    @GetMapping(AssetPage.PATH + "/timeline")
    String timeline(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        require(caller, uuid);
        var entries = timeline.of(caller.tenantId(), uuid, after, ENTRIES);
        model.addAttribute("entries", entries);
        model.addAttribute("first", after.isEmpty());
        model.addAttribute("next", entries.size() < ENTRIES ? "" : entries.getLast().cursor());
        model.addAttribute("self", uuid);
        return "asset-parts :: timeline";
    }

    private void require(Caller caller, UUID uuid) {
        if (assets.idOf(caller.tenantId(), uuid).filter(uuid::equals).isEmpty()) {
            throw AssetPage.unknown(uuid);
        }
    }
}
