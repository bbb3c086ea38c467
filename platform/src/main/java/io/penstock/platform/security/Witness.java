package io.penstock.platform.security;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.audit.AuditActor;
import io.penstock.platform.audit.AuditDeed;
import io.penstock.platform.audit.AuditOutcome;
import io.penstock.platform.audit.AuditTrail;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.servlet.DispatcherServlet;

import java.io.IOException;

/**
 * Writes down what became of every request that may change something: the outcome of an event that
 * {@link WitnessOfMethods} began, or the whole event when the request was refused before. It stands
 * in both chains of filters, before all that refuse.
 */
final class Witness implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

    private final AuditTrail trail;
    private final Unknowns unknowns;

    Witness(AuditTrail trail, Unknowns unknowns) {
        this.trail = trail;
        this.unknowns = unknowns;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        if (!Deeds.counts(http)) {
            chain.doFilter(request, response);
            return;
        }
        // Signing out and a session that is ended forget who it was.
        var before = Caller.present();
        var status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = ((HttpServletResponse) response).getStatus();
        } finally {
            var after = Caller.present();
            settle(http, after == null ? before : after, status);
        }
    }

    /** The answer is on its way; a log that cannot be written does not change it any more. */
    private void settle(HttpServletRequest request, @Nullable Caller caller, int status) {
        try {
            var reason = reason(request);
            if (request.getAttribute(WitnessOfMethods.EVENT) instanceof AuditTrail.Open open) {
                trail.end(open, AuditOutcome.of(status), status, reason);
                return;
            }
            var deed = Deeds.of(request);
            var outcome = outcome(deed, caller, status);
            if (caller == null) {
                unknowns.write(request, deed, outcome, status);
            } else {
                trail.write(actor(caller, request), deed, outcome, status, reason);
            }
        } catch (DataAccessException e) {
            LOG.error("the audit log lacks the outcome of a request to {}", request.getMethod(), e);
        }
    }

    /** The form of the console answers a refusal with a redirect, too. */
    private static AuditOutcome outcome(AuditDeed deed, @Nullable Caller caller, int status) {
        return deed.action().equals(Deeds.SIGN_IN) && caller == null && status != 201
                ? AuditOutcome.REFUSED
                : AuditOutcome.of(status);
    }

    private static String reason(HttpServletRequest request) {
        var resolved = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        var thrown =
                resolved == null
                        ? request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)
                        : resolved;
        return thrown instanceof FaultException fault ? fault.fault().code() : "";
    }

    static AuditActor actor(Caller caller, HttpServletRequest request) {
        return new AuditActor(
                caller.tenantId(),
                caller.username(),
                caller.userId(),
                caller.apiToken(),
                request.getRemoteAddr());
    }
}
