package io.penstock.platform.acceptance;

import static java.util.stream.Collectors.toSet;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.acceptance.Acceptance.Target;
import io.penstock.platform.acceptance.AcceptanceWrites.Hand;
import io.penstock.platform.acceptance.AcceptanceWrites.Revoked;
import io.penstock.platform.audit.AuditTrail;
import io.penstock.platform.setting.Settings;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map.Entry;
import java.util.UUID;

/** Accepted risks and false positives (etm 5.18). */
@Component
public class Acceptances {

    /** Two people who decide the same, in whatever order, never wait in a circle. */
    private static final Comparator<Target> ORDER = Comparator.comparing(Target::toString);

    private final AcceptanceRows rows;
    private final AcceptanceWrites writes;
    private final AcceptanceSettings settings;
    private final Settings chosen;
    private final AuditTrail trail;
    private final Clock clock;

    Acceptances(
            AcceptanceRows rows,
            AcceptanceWrites writes,
            AcceptanceSettings settings,
            Settings chosen,
            AuditTrail trail,
            Clock clock) {
        this.rows = rows;
        this.writes = writes;
        this.settings = settings;
        this.chosen = chosen;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param next pass it as {@code before} for the page that follows; 0 on the last page
     */
    public record Page(List<Acceptance> rows, long next) {

        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Decides for every target of the order, or for none. A decision of the same kind on the same
     * target is replaced.
     *
     * @throws FaultException CONFIGURATION for an end that is past or too far, NOT_FOUND for an
     *     unknown finding or asset, CONFLICT when somebody decides the same at the same time
     */
    @Transactional
    public List<Acceptance> decide(int tenantId, String by, AcceptanceOrder order) {
        var now = clock.instant();
        checkEnd(order.until(), now, longest(tenantId));
        var hand = new Hand(tenantId, by, Timestamp.from(now));
        var made = new LinkedHashMap<Target, UUID>();
        order.targets().forEach(target -> made.put(target, UUID.randomUUID()));
        var ids = new ArrayList<Long>();
        try {
            for (var one : made.entrySet().stream().sorted(Entry.comparingByKey(ORDER)).toList()) {
                ids.add(writes.add(hand, order, one.getKey(), one.getValue()));
            }
        } catch (DuplicateKeyException e) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "ACCEPTANCE_BUSY",
                    "Somebody else has just decided the same; nothing was decided.",
                    "Look at the list, then try again.");
        }
        writes.mark(tenantId, ids);
        var decided = rows.all(tenantId, List.copyOf(made.values()));
        trail.changed("acceptance.decide", decided.getFirst().uuid(), null, decided);
        return decided;
    }

    /** How far ahead the end of a decision of the tenant may lie. */
    public Duration longest(int tenantId) {
        var days = chosen.chosen(tenantId, AcceptanceSettings.LONGEST_DAYS);
        return days.isPresent() ? Duration.ofDays(days.getAsLong()) : settings.longest();
    }

    private static void checkEnd(Instant until, Instant now, Duration longest) {
        if (!until.isAfter(now) || until.isAfter(now.plus(longest))) {
            throw AcceptanceOrder.refused(
                    "ACCEPTANCE_UNTIL",
                    "The field 'until' is "
                            + until
                            + ", allowed is a time from now to "
                            + longest.toDays()
                            + " days ahead.",
                    "Every decision has an end; it can be renewed.");
        }
    }

    /**
     * Takes decisions back. All of them, or none.
     *
     * @throws FaultException NOT_FOUND for an unknown one, CONFLICT for one that is revoked already
     */
    @Transactional
    public List<Acceptance> revoke(int tenantId, String by, List<UUID> uuids, String reason) {
        AcceptanceOrder.checkReason(reason);
        if (uuids.isEmpty() || uuids.size() > AcceptanceOrder.TARGETS_MAX) {
            throw AcceptanceOrder.refused(
                    "ACCEPTANCE_TARGETS",
                    "The order names " + uuids.size() + " decisions, allowed are 1 to 500.",
                    "");
        }
        var hand = new Hand(tenantId, by, Timestamp.from(clock.instant()));
        var wanted = uuids.stream().distinct().toList();
        var revoked = writes.revoke(hand, wanted, reason);
        var done = revoked.stream().map(Revoked::uuid).collect(toSet());
        for (var uuid : wanted) {
            if (!done.contains(uuid)) {
                throw alreadyRevoked(require(tenantId, uuid));
            }
        }
        writes.mark(tenantId, revoked.stream().map(Revoked::id).toList());
        var taken = rows.all(tenantId, wanted);
        trail.changed("acceptance.revoke", wanted.getFirst(), null, taken);
        return taken;
    }

    private static FaultException alreadyRevoked(Acceptance acceptance) {
        return new FaultException(
                FaultKind.CONFLICT,
                "ACCEPTANCE_REVOKED",
                "The decision " + acceptance.uuid() + " is revoked already; nothing was changed.",
                "");
    }

    /**
     * Newest first.
     *
     * @param before a {@link Page#next()}; 0 for the first page
     */
    public Page find(int tenantId, AcceptanceFilter filter, long before, int limit) {
        var found = rows.find(tenantId, filter, before == 0 ? Long.MAX_VALUE : before, limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                page.stream().map(AcceptanceRows.Numbered::acceptance).toList(),
                found.size() > limit ? page.getLast().id() : 0);
    }

    /**
     * @throws FaultException NOT_FOUND
     */
    public Acceptance require(int tenantId, UUID uuid) {
        return rows.find(tenantId, uuid)
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "ACCEPTANCE_UNKNOWN",
                                "There is no decision " + uuid + ".",
                                ""));
    }

    /** Whatever was decided about one finding, newest first, at most 100. */
    public List<Acceptance> covering(int tenantId, UUID finding) {
        return rows.covering(tenantId, finding);
    }

    /** Decisions on the open findings of one asset. */
    public AcceptedCounts counts(int tenantId, UUID asset) {
        return rows.counts(tenantId, asset);
    }
}
