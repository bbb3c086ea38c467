package io.penstock.platform.api;

import io.penstock.platform.audit.AuditEvent;
import io.penstock.platform.audit.AuditFilter;
import io.penstock.platform.audit.AuditLog;
import io.penstock.platform.audit.AuditOutcome;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The audit log: who did what, and what became of it. */
@RestController
class AuditController {

    private static final int ROWS_MAX = 500;

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    /**
     * @param next pass it as {@code after}; null on the last page
     */
    record AuditJson(List<AuditEvent> events, @Nullable String next) {}

    record ActionsJson(List<String> actions) {}

    /**
     * Every request that may have changed something, refused ones and sign-ins too, newest first.
     *
     * @param who the user's whole name
     * @param action the whole word
     * @param object the whole name of what it was done to
     * @param until the first moment after
     * @return one page
     */
    @GetMapping("/api/v1/audit")
    AuditJson events(
            Caller caller,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(required = false) @Nullable AuditOutcome outcome,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        var filter = new AuditFilter(who, action, object, outcome, from, until);
        var page = log.find(caller.tenantId(), filter, after, Limits.checked(limit, ROWS_MAX));
        return new AuditJson(page.events(), page.next());
    }

    /**
     * The words for actions that occur in the log.
     *
     * @return at most 500, by name
     */
    @GetMapping("/api/v1/audit/actions")
    ActionsJson actions(Caller caller) {
        return new ActionsJson(log.actions(caller.tenantId()));
    }

    /**
     * All events of a filter as CSV, newest first.
     *
     * @param who the user's whole name
     * @param action the whole word
     * @param object the whole name of what it was done to
     * @param until the first moment after
     */
    @GetMapping("/api/v1/audit/export")
    void export(
            Caller caller,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(required = false) @Nullable AuditOutcome outcome,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var filter = new AuditFilter(who, action, object, outcome, from, until);
        new FileAnswer(request, response)
                .send("audit.csv", "text/csv", out -> log.export(caller.tenantId(), filter, out));
    }
}
