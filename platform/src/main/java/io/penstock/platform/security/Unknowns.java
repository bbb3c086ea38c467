package io.penstock.platform.security;

import io.penstock.platform.audit.AuditActor;
import io.penstock.platform.audit.AuditDeed;
import io.penstock.platform.audit.AuditOutcome;
import io.penstock.platform.audit.AuditTrail;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes events of which nobody is known: refused requests and failed sign-ins. Whoever can reach
 * the platform can cause refusals, so those of a minute have a bound; what is more is counted and
 * told in one event.
 */
@Component
class Unknowns {

    static final int PER_MINUTE = 300;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int NAME_MAX = 200;

    private final AuditTrail trail;
    private final UserRows users;
    private final Tenants tenants;
    private final Clock clock;
    private Instant since = Instant.EPOCH;
    private int written;
    private long left;

    Unknowns(AuditTrail trail, UserRows users, Tenants tenants, Clock clock) {
        this.trail = trail;
        this.users = users;
        this.tenants = tenants;
        this.clock = clock;
    }

    void write(HttpServletRequest request, AuditDeed deed, AuditOutcome outcome, int status) {
        var untold = turn();
        if (untold > 0) {
            var more = new AuditDeed("more-refusals", "", untold + " requests", "");
            trail.write(nobody(""), more, AuditOutcome.REFUSED, 0, "");
        }
        // A sign-in that was let in must not drown in those that were not.
        if (outcome == AuditOutcome.DONE || mayWrite()) {
            trail.write(actor(request, deed), deed, outcome, status, "");
        }
    }

    /** Begins a new minute when the last is over; how many requests of it were left out. */
    private synchronized long turn() {
        var now = clock.instant();
        if (now.isBefore(since.plus(MINUTE))) {
            return 0;
        }
        var untold = left;
        since = now;
        written = 0;
        left = 0;
        return untold;
    }

    private synchronized boolean mayWrite() {
        if (written >= PER_MINUTE) {
            left++;
            return false;
        }
        written++;
        return true;
    }

    /** Only names that exist: people type passwords where the name belongs. */
    private AuditActor actor(HttpServletRequest request, AuditDeed deed) {
        var address = request.getRemoteAddr();
        // Asked for in any case, so that the time does not tell which names exist.
        var nobody = nobody(address);
        var typed = deed.action().equals(Deeds.SIGN_IN) ? request.getParameter("username") : null;
        if (typed == null || typed.length() > NAME_MAX || typed.indexOf('\0') >= 0) {
            return nobody;
        }
        return users.byName(typed.strip())
                .map(Account::user)
                .map(user ->
                        new AuditActor(user.tenantId(), user.username(), user.id(), "", address))
                .orElse(nobody);
    }

    private AuditActor nobody(String address) {
        return new AuditActor(tenants.first(), "", null, "", address);
    }
}
