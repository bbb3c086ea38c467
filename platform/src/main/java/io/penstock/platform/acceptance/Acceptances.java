package io.penstock.platform.acceptance;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.acceptance.AcceptanceWrites.Hand;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Accepted risks and false positives (etm 5.18). */
@Component
public class Acceptances {

    private final AcceptanceRows rows;
    private final AcceptanceWrites writes;
    private final AcceptanceSettings settings;
    private final Clock clock;

    Acceptances(
            AcceptanceRows rows,
            AcceptanceWrites writes,
            AcceptanceSettings settings,
            Clock clock) {
        this.rows = rows;
        this.writes = writes;
        this.settings = settings;
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
        checkEnd(order.until(), now);
        var hand = new Hand(tenantId, by, Timestamp.from(now));
        var ids = new ArrayList<Long>();
        var uuids = new ArrayList<UUID>();
        try {
            for (var target : order.targets()) {
                var uuid = UUID.randomUUID();
                ids.add(writes.add(hand, order, target, uuid));
                uuids.add(uuid);
            }
        } catch (DuplicateKeyException e) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "ACCEPTANCE_BUSY",
                    "Somebody else has just decided the same; nothing was decided.",
                    "Look at the list, then try again.");
        }
        writes.mark(tenantId, ids);
        return uuids.stream().map(uuid -> require(tenantId, uuid)).toList();
    }

    private void checkEnd(Instant until, Instant now) {
        if (!until.isAfter(now) || until.isAfter(now.plus(settings.longest()))) {
            throw AcceptanceOrder.refused(
                    "ACCEPTANCE_UNTIL",
                    "The field 'until' is "
                            + until
                            + ", allowed is a time from now to "
                            + settings.longest().toDays()
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
        var ids = new ArrayList<Long>();
        for (var uuid : uuids.stream().distinct().toList()) {
            var revoked = writes.revoke(hand, uuid, reason);
            if (revoked.isEmpty()) {
                throw alreadyRevoked(require(tenantId, uuid));
            }
            ids.addAll(revoked);
        }
        writes.mark(tenantId, ids);
        return uuids.stream().distinct().map(uuid -> require(tenantId, uuid)).toList();
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
