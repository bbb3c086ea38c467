package io.penstock.platform.console.inventory;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.acceptance.Acceptance.Kind;
import io.penstock.platform.acceptance.Acceptance.Scope;
import io.penstock.platform.acceptance.AcceptanceSettings;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.bulk.BulkDecisions;
import io.penstock.platform.security.Caller;
import io.penstock.query.QueryException;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Accepting the risk of many findings, or marking false positives: first how many, then it. */
@Controller
class FindingDecisionPage {

    private static final String PATH = Listing.FINDINGS + "/decide";
    private static final int USUAL_DAYS = 90;

    private final BulkDecisions decisions;
    private final AcceptanceSettings settings;
    private final Clock clock;

    FindingDecisionPage(BulkDecisions decisions, AcceptanceSettings settings, Clock clock) {
        this.decisions = decisions;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many findings, and what is to be said of them. */
    @GetMapping(PATH)
    String ask(
            Caller caller,
            @RequestParam Kind kind,
            @RequestParam(defaultValue = "") List<UUID> id,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String query,
            HttpServletResponse response,
            Model model) {
        var chosen = Selection.query("finding.id", id, all, query);
        var until = today().plusDays(Math.min(USUAL_DAYS, longestDays())).toString();
        var form = new DecisionForm(kind, Scope.FINDING, chosen, query, "", until, null);
        return page(caller, form, response, model);
    }

    @PostMapping(PATH)
    Object decide(
            Caller caller,
            @ModelAttribute("form") DecisionForm form,
            HttpServletResponse response,
            HttpSession session,
            Model model) {
        try {
            var done = decisions.decide(caller.tenantId(), caller.username(), form.order());
            Notices.put(session, form.over(), form.done(done));
            return Redirects.to(Listing.plain(form.over(), form.back()).paging().first());
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            model.addAttribute("problem", e.fault().sentence());
        } catch (QueryException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("problem", e.fault().sentence());
        }
        return page(caller, form, response, model);
    }

    private String page(
            Caller caller, DecisionForm form, HttpServletResponse response, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("back", Listing.plain(form.over(), form.back()).paging().first());
        model.addAttribute("first", today().toString());
        model.addAttribute("last", today().plusDays(longestDays()).toString());
        try {
            model.addAttribute("plan", decisions.plan(caller.tenantId(), form.query()));
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            model.addAttribute("problem", e.fault().sentence());
        } catch (QueryException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("problem", e.fault().sentence());
        }
        return "findings-decide";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** A decision ends with its last day, which must lie within the longest time. */
    private long longestDays() {
        return settings.longest().toDays() - 1;
    }
}
