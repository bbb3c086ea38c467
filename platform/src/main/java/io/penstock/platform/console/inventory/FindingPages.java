package io.penstock.platform.console.inventory;

import io.penstock.platform.console.frame.Paging;
import io.penstock.platform.console.frame.QueryView;
import io.penstock.platform.search.FindingCounts;
import io.penstock.platform.search.FindingSearch;
import io.penstock.platform.search.QueryFields;
import io.penstock.platform.security.Caller;
import io.penstock.query.QueryException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/** Risk Management › Findings › Vulnerability (S-083 to S-085). */
@Controller
class FindingPages {

    private static final String PATH = "/risk-management/findings/vulnerability";
    private static final int ROWS = 50;

    private final FindingSearch findings;
    private final FindingCounts counts;
    private final QueryFields fields;
    private final QueryExamples examples;

    FindingPages(
            FindingSearch findings,
            FindingCounts counts,
            QueryFields fields,
            QueryExamples examples) {
        this.findings = findings;
        this.counts = counts;
        this.fields = fields;
        this.examples = examples;
    }

    private static Paging listing(String query, String after, List<String> trail) {
        return Paging.of(PATH, query, after, trail);
    }

    @GetMapping(PATH)
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") List<String> trail,
            HttpServletResponse response,
            Model model) {
        var paging = listing(query, after, trail);
        model.addAttribute("query", query);
        model.addAttribute("paging", paging);
        model.addAttribute("fields", fields.findings());
        model.addAttribute("example", examples.findings());
        try {
            var page =
                    findings.find(caller.tenantId(), query, after.isEmpty() ? null : after, ROWS);
            model.addAttribute("page", page);
            model.addAttribute("next", paging.next(page.next()).orElse(""));
            var facets = counts.facets(caller.tenantId(), query);
            model.addAttribute("severities", FacetView.severities(facets, paging));
            model.addAttribute("statuses", FacetView.statuses(facets, paging));
            model.addAttribute("facetsExact", facets.exact());
        } catch (QueryException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("fault", QueryView.of(query, e.fault()));
        }
        return "findings";
    }
}
