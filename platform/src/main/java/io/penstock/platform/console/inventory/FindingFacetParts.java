package io.penstock.platform.console.inventory;

import io.penstock.platform.search.FindingCounts;
import io.penstock.platform.search.FindingOrder;
import io.penstock.platform.search.FindingSearch;
import io.penstock.platform.search.GroupBy;
import io.penstock.platform.search.QueryFields;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The counts beside the list of findings. They look at every finding that matches, so the list does
 * not wait for them.
 */
@Controller
class FindingFacetParts {

    private static final int VALUES_MAX = 12;
    private static final int GROUPS_MAX = 100;

    /** Conditions that hold or do not, in the words of a person. */
    private static final Map<String, String> MARKS = marks();

    private final FindingCounts counts;
    private final FindingSearch findings;
    private final QueryFields fields;

    FindingFacetParts(FindingCounts counts, FindingSearch findings, QueryFields fields) {
        this.counts = counts;
        this.findings = findings;
        this.fields = fields;
    }

    private static Map<String, String> marks() {
        var marks = new LinkedHashMap<String, String>();
        marks.put("Known exploited (CISA)", "finding.riskFactor.isCisaKnownExploit:true");
        marks.put("Public exploit", "finding.isExploitAvailable:true");
        marks.put("Reachable from the internet", "asset.isInternetFacing:true");
        marks.put("Risk accepted", "finding.riskAcceptance.type:RISK_ACCEPTED");
        marks.put("False positive", "finding.riskAcceptance.type:FALSE_POSITIVE");
        marks.put("Suppressed at the source", "finding.isSuppressed:true");
        return Collections.unmodifiableMap(marks);
    }

    /** What is looked at most. */
    @GetMapping(Listing.FINDINGS + "/facets")
    String first(
            Caller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "WORST_FIRST") FindingOrder order,
            Model model) {
        var listing = Listing.findings(query, order, null, Listing.Turn.FIRST);
        return facets(
                model,
                () ->
                        List.of(
                                facet(caller, listing, GroupBy.SEVERITY, "Severity"),
                                facet(caller, listing, GroupBy.STATUS, "Status")));
    }

    /** The rest, when it is asked for. */
    @GetMapping(Listing.FINDINGS + "/facets/more")
    String more(
            Caller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "WORST_FIRST") FindingOrder order,
            Model model) {
        var listing = Listing.findings(query, order, null, Listing.Turn.FIRST);
        return facets(
                model,
                () ->
                        List.of(
                                facet(caller, listing, GroupBy.SOURCE, "Source"),
                                facet(caller, listing, GroupBy.AGE, "Age"),
                                marks(caller, listing)));
    }

    private static String facets(Model model, Supplier<Object> numbers) {
        Facet.counted("facets", model, numbers);
        return "findings-parts :: facets";
    }

    /** Groups in the place of the list. */
    @GetMapping(Listing.FINDINGS + "/groups")
    String groups(
            Caller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "WORST_FIRST") FindingOrder order,
            @RequestParam GroupBy group,
            Model model) {
        model.addAttribute("listing", Listing.findings(query, order, null, Listing.Turn.FIRST));
        Facet.counted(
                "groups", model, () -> counts.groups(caller.tenantId(), query, group, GROUPS_MAX));
        return "findings-parts :: groups";
    }

    private Facet facet(Caller caller, Listing listing, GroupBy by, String label) {
        var asked = Facet.Asked.of(label, field(by), fields.findings(), listing);
        return asked.of(counts.groups(caller.tenantId(), asked.rest(), by, VALUES_MAX));
    }

    private static String field(GroupBy by) {
        return switch (by) {
            case SEVERITY -> "finding.severity";
            case STATUS -> "finding.status";
            case SOURCE -> "finding.vendorProductName";
            case AGE -> "finding.detectionAge";
            case CVE -> "finding.cveId";
            case HOST -> "asset.id";
        };
    }

    private Facet marks(Caller caller, Listing listing) {
        var conditions = Conditions.of(listing.query());
        var choices =
                MARKS.entrySet().stream()
                        .map(mark -> mark(caller, listing, conditions, mark))
                        .toList();
        return new Facet("MARKS", "Marks", choices, true, 0);
    }

    private Facet.Choice mark(
            Caller caller, Listing listing, Conditions conditions, Map.Entry<String, String> mark) {
        var part = Conditions.of(mark.getValue()).parts().getFirst();
        var chosen = conditions.has(part);
        var without = conditions.without(part);
        var with = without.with(part).text();
        var page = findings.find(caller.tenantId(), with, null, 1);
        return new Facet.Choice(
                mark.getKey(),
                page.count(),
                !page.exact(),
                chosen,
                listing.of(chosen ? without.text() : with));
    }
}
