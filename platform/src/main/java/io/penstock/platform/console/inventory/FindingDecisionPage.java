package io.penstock.platform.console.inventory;

import io.penstock.platform.acceptance.Acceptance.Kind;
import io.penstock.platform.acceptance.Acceptance.Scope;
import io.penstock.platform.acceptance.Acceptances;
import io.penstock.platform.bulk.BulkDecisions;
import io.penstock.platform.console.frame.Attempt;
import io.penstock.platform.search.Searched;
import io.penstock.platform.security.Caller;

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
    private final Acceptances acceptances;
    private final Clock clock;

    FindingDecisionPage(BulkDecisions decisions, Acceptances acceptances, Clock clock) {
        this.decisions = decisions;
        this.acceptances = acceptances;
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
        var until = today().plusDays(Math.min(USUAL_DAYS, longestDays(caller))).toString();
        var form = new DecisionForm(kind, Scope.FINDING, chosen, query, "", until, null);
        return page(caller, form, response, model);
    }

    @PostMapping(PATH)
    String decide(
            Caller caller,
            @ModelAttribute("form") DecisionForm form,
            HttpServletResponse response,
            HttpSession session,
            Model model) {
        var done = Attempt.of(() -> done(caller, form), response, model);
        if (done.isEmpty()) {
            return page(caller, form, response, model);
        }
        Notices.put(session, Searched.FINDINGS, done.get());
        return "redirect:" + list(form);
    }

    private String done(Caller caller, DecisionForm form) {
        return form.done(decisions.decide(caller.tenantId(), caller.username(), form.order()));
    }

    private String page(
            Caller caller, DecisionForm form, HttpServletResponse response, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("back", list(form));
        model.addAttribute("first", today().toString());
        model.addAttribute("last", today().plusDays(longestDays(caller)).toString());
        Attempt.of(() -> decisions.plan(caller.tenantId(), form.query()), response, model)
                .ifPresent(plan -> model.addAttribute("plan", plan));
        return "findings-decide";
    }

    /** The list that it began on. */
    private static String list(DecisionForm form) {
        return Listing.plain(Searched.FINDINGS, form.back()).paging().first();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** A decision ends with its last day, which must lie within the longest time. */
    private long longestDays(Caller caller) {
        return acceptances.longest(caller.tenantId()).toDays() - 1;
    }
}
