package io.penstock.platform.console.administration;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.audit.AuditEvent;
import io.penstock.platform.audit.AuditLog;
import io.penstock.platform.audit.AuditOutcome;
import io.penstock.platform.console.frame.KeyPaging;
import io.penstock.platform.console.frame.Refusal;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Optional;

/** Administration › Audit log. */
@Controller
class AuditPage {

    private static final String PATH = "/administration/audit";
    private static final String EXPORT = "/api/v1/audit/export";
    private static final int ROWS = 50;

    private final AuditLog log;

    AuditPage(AuditLog log) {
        this.log = log;
    }

    /** An event with what it changed. */
    public record Row(AuditEvent event, List<ChangeView> changes) {

        static Row of(AuditEvent event) {
            return new Row(event, ChangeView.of(event));
        }
    }

    @GetMapping(PATH)
    String list(
            Caller caller,
            @ModelAttribute("form") AuditForm form,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") List<String> trail,
            HttpServletResponse response,
            Model model) {
        var paging = new KeyPaging(PATH, form.fields(), after, trail);
        paging.show(Optional.empty(), model);
        model.addAttribute("outcomes", AuditOutcome.values());
        model.addAttribute("actions", log.actions(caller.tenantId()));
        model.addAttribute("filtered", paging.filtered());
        try {
            var page = log.find(caller.tenantId(), form.filter(), after, ROWS);
            model.addAttribute("rows", page.events().stream().map(Row::of).toList());
            paging.show(Optional.ofNullable(page.next()), model);
            var rest = new KeyPaging(EXPORT, form.restFields(), "", List.of());
            model.addAttribute("export", rest.first());
        } catch (FaultException e) {
            Refusal.show(e, response, model);
        }
        return "administration/audit";
    }
}
