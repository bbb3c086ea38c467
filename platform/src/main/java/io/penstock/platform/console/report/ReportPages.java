package io.penstock.platform.console.report;

import io.penstock.platform.console.frame.Attempt;
import io.penstock.platform.export.ExportFormat;
import io.penstock.platform.export.ExportKind;
import io.penstock.platform.export.Exports;
import io.penstock.platform.report.Asker;
import io.penstock.platform.report.Report;
import io.penstock.platform.report.ReportSettings;
import io.penstock.platform.report.Reports;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.UUID;

/** Files that are made in the background (etm 5.16); administrators see those of everybody. */
@Controller
class ReportPages {

    private static final String BASE = "/reports";
    private static final int ROWS = 20;

    private final Reports reports;
    private final Exports exports;
    private final ReportSettings settings;

    ReportPages(Reports reports, Exports exports, ReportSettings settings) {
        this.reports = reports;
        this.exports = exports;
        this.settings = settings;
    }

    /**
     * @param before number of the last report of the page before; 0 for the first page
     */
    @GetMapping(BASE)
    String all(Caller caller, @RequestParam(defaultValue = "0") long before, Model model) {
        fill(caller, before, model);
        return "reports";
    }

    /** The part that refreshes itself while one is made. */
    @GetMapping(BASE + "/live")
    String live(Caller caller, @RequestParam(defaultValue = "0") long before, Model model) {
        fill(caller, before, model);
        return "reports :: live";
    }

    @GetMapping(BASE + "/new")
    String blank(@ModelAttribute("form") ReportForm form, Model model) {
        return form(form, model);
    }

    @PostMapping(BASE)
    String ask(
            Caller caller,
            @ModelAttribute("form") ReportForm form,
            HttpServletResponse response,
            Model model) {
        var asked = Attempt.of(() -> asked(caller, form), response, model);
        return asked.isPresent() ? "redirect:" + BASE : form(form, model);
    }

    private Report asked(Caller caller, ReportForm form) {
        var order = form.order();
        exports.check(form.query(), "Query over findings", "Query over hosts");
        return reports.ask(Asker.of(caller), order);
    }

    @PostMapping(BASE + "/{id}/cancel")
    String cancel(Caller caller, @PathVariable UUID id) {
        reports.cancel(Asker.of(caller), id);
        return "redirect:" + BASE;
    }

    @PostMapping(BASE + "/{id}/delete")
    String delete(Caller caller, @PathVariable UUID id) {
        reports.delete(Asker.of(caller), id);
        return "redirect:" + BASE;
    }

    private void fill(Caller caller, long before, Model model) {
        var from = before <= 0 ? Long.MAX_VALUE : before;
        var found = reports.newest(Asker.of(caller), from, ROWS + 1);
        var page = found.subList(0, Math.min(ROWS, found.size()));
        var kept = reports.kept(caller.tenantId());
        var views = page.stream().map(report -> ReportView.of(report, kept)).toList();
        model.addAttribute("reports", views);
        model.addAttribute("refresh", views.stream().anyMatch(ReportView::inFlight));
        model.addAttribute("before", before);
        model.addAttribute("next", found.size() > ROWS ? page.getLast().number() : 0);
        model.addAttribute("settings", settings);
        model.addAttribute("kept", ReportView.words(kept));
    }

    private static String form(ReportForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("formats", ExportFormat.values());
        model.addAttribute("kinds", ExportKind.values());
        return "report-form";
    }
}
