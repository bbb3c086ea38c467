package io.penstock.platform.console.inventory;

import io.penstock.platform.bulk.BulkDecisions;
import io.penstock.platform.console.frame.QueryView;
import io.penstock.platform.search.FindingOrder;
import io.penstock.platform.search.FindingSearch;
import io.penstock.platform.search.GroupBy;
import io.penstock.platform.search.QueryFields;
import io.penstock.platform.security.Caller;
import io.penstock.query.QueryException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/** Risk Management › Findings › Vulnerability (S-083 to S-085). */
@Controller
class FindingPages {

    private static final int ROWS = 50;

    private final FindingSearch findings;
    private final QueryFields fields;
    private final ListFrame frame;

    FindingPages(FindingSearch findings, QueryFields fields, ListFrame frame) {
        this.findings = findings;
        this.fields = fields;
        this.frame = frame;
    }

    @GetMapping(Listing.FINDINGS)
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "WORST_FIRST") FindingOrder order,
            @RequestParam(required = false) @Nullable GroupBy group,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") List<String> trail,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var listing = Listing.findings(query, order, group, new Listing.Turn(after, trail));
        frame.fill(caller, listing, request, model);
        model.addAttribute("groupings", GroupBy.values());
        model.addAttribute("bulkMax", BulkDecisions.FINDINGS_MAX);
        try {
            if (group == null) {
                fillPage(caller, listing, order, model);
            } else {
                fields.checkFindings(query);
            }
            frame.remember(listing, request);
        } catch (QueryException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("fault", QueryView.of(query, e.fault()));
        }
        return "findings";
    }

    private void fillPage(Caller caller, Listing listing, FindingOrder order, Model model) {
        var paging = listing.paging();
        var after = paging.after().isEmpty() ? null : paging.after();
        var page = findings.find(caller.tenantId(), listing.query(), order, after, ROWS);
        model.addAttribute("page", page);
        model.addAttribute("next", paging.next(page.next()).orElse(""));
    }
}
