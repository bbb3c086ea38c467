package io.penstock.platform.audit;

import io.penstock.platform.text.SaidText;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Writes the audit log. An event is begun and committed before the request is acted on, so that
 * nothing changes without one; what changed is added in the change's own transaction; the outcome
 * comes last.
 */
@Component
public class AuditTrail {

    private static final String OPEN = AuditTrail.class.getName();
    private static final int REASON_MAX = 200;

    private final AuditRows rows;

    AuditTrail(AuditRows rows) {
        this.rows = rows;
    }

    /** An event that has no outcome yet. */
    public record Open(int tenantId, long id) {}

    /**
     * Begins the event of the present request.
     *
     * @throws org.springframework.dao.DataAccessException when it cannot be written; then the
     *     request must not be acted on
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Open begin(AuditActor actor, AuditDeed deed) {
        var open = new Open(actor.tenantId(), rows.insert(actor, deed, AuditRows.End.OPEN));
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(OPEN, open, RequestAttributes.SCOPE_REQUEST);
        }
        return open;
    }

    /**
     * Says what the present request changes; without a request, as in a worker, nothing is said.
     * Call it in the change's transaction. Values must hold no secret.
     *
     * @param action a word such as {@code user.disable}
     * @param object what is changed
     * @param before a record or map; null when there was nothing
     * @param after a record or map; null when it is gone
     */
    public void changed(
            String action, Object object, @Nullable Object before, @Nullable Object after) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(OPEN, RequestAttributes.SCOPE_REQUEST)
                        instanceof Open open) {
            rows.changed(open, AuditChange.of(action, object, before, after));
        }
    }

    /** Ends an event; later words about it are not taken. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void end(Open open, AuditOutcome outcome, int status, String reason) {
        rows.end(open.tenantId(), open.id(), outcome, status, cut(reason));
    }

    /** An event that is over: a request that reached nothing, or a sign-in. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void write(
            AuditActor actor, AuditDeed deed, AuditOutcome outcome, int status, String reason) {
        rows.insert(actor, deed, new AuditRows.End(outcome, status, cut(reason)));
    }

    private static String cut(String reason) {
        return SaidText.within(reason, REASON_MAX);
    }
}
