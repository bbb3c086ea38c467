package io.penstock.platform.identity;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.identity.DecisionTable.Pair;
import io.penstock.platform.identity.Occasion.Cause;
import io.penstock.platform.inventory.IdentityLock;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Merging, splitting, pinning and forbidding by hand. A decision is about records and outlives
 * every run; what it changes is changed in the same transaction.
 */
@Component
public class Decisions {

    private static final int REASON_MAX = 500;

    private final DecisionPairs pairs;
    private final DecisionTable table;
    private final HostStore hosts;
    private final Reidentification identification;
    private final JdbcTemplate template;

    Decisions(
            DecisionPairs pairs,
            DecisionTable table,
            HostStore hosts,
            Reidentification identification,
            JdbcTemplate template) {
        this.pairs = pairs;
        this.table = table;
        this.hosts = hosts;
        this.identification = identification;
        this.template = template;
    }

    /**
     * What a decision came to.
     *
     * @param request names the decisions, to take them back
     * @param moved records that belong to another asset than before
     * @param assets that the records it is about belong to now
     */
    public record Outcome(UUID request, int moved, Set<UUID> assets) {

        public Outcome {
            assets = Set.copyOf(assets);
        }
    }

    /**
     * @throws FaultException NOT_FOUND for an asset or record that is not there; CONFIGURATION when
     *     it makes no sense, or without a reason of 1 to 500 characters
     */
    @Transactional
    public Outcome decide(int tenantId, String by, DecisionOrder order, String reason) {
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "DECISION_REASON",
                    "The decision has a reason of "
                            + reason.length()
                            + " characters, allowed are 1 to "
                            + REASON_MAX
                            + ".",
                    "Say in a sentence why.");
        }
        var outcome =
                template.execute(
                        (ConnectionCallback<Outcome>)
                                connection -> {
                                    IdentityLock.exclusive(connection, tenantId);
                                    var some = pairs.of(connection, tenantId, order);
                                    var request = UUID.randomUUID();
                                    table.insert(tenantId, request, by, reason.strip(), some);
                                    return identify(connection, tenantId, request, some);
                                });
        return required(outcome);
    }

    /**
     * Takes a decision back, or all that were made with one request: then the rules, or an earlier
     * decision, count again.
     *
     * @throws FaultException NOT_FOUND when there is none that counts
     */
    @Transactional
    public Outcome revoke(int tenantId, String by, UUID decision) {
        var outcome =
                template.execute(
                        (ConnectionCallback<Outcome>)
                                connection -> {
                                    IdentityLock.exclusive(connection, tenantId);
                                    var some = table.revoke(tenantId, by, decision);
                                    if (some.isEmpty()) {
                                        throw unknown(decision);
                                    }
                                    return identify(connection, tenantId, decision, some);
                                });
        return required(outcome);
    }

    /**
     * Decisions, the newest first.
     *
     * @param record of one record or asset only; null for all
     * @param revoked true to see those that were taken back too
     * @param before a cursor; only older ones
     */
    public List<IdentityDecision> list(
            int tenantId, @Nullable UUID record, boolean revoked, long before, int limit) {
        var about = record == null ? null : table.hosts(tenantId, record);
        return table.list(tenantId, about, revoked, before, limit);
    }

    private Outcome identify(Connection connection, int tenantId, UUID request, List<Pair> some)
            throws SQLException {
        var named = new HashSet<UUID>();
        some.forEach(pair -> named.addAll(List.of(pair.a(), pair.b())));
        var moved = identification.of(connection, Occasion.of(tenantId, Cause.DECISION), named);
        var assets = new HashSet<UUID>();
        hosts.load(connection, tenantId, new ArrayList<>(named))
                .forEach(row -> assets.add(row.assetId()));
        return new Outcome(request, moved, assets);
    }

    private static Outcome required(@Nullable Outcome outcome) {
        if (outcome == null) {
            throw new IllegalStateException("a decision came to nothing");
        }
        return outcome;
    }

    private static FaultException unknown(UUID decision) {
        return new FaultException(
                FaultKind.NOT_FOUND,
                "DECISION_UNKNOWN",
                "There is no decision " + decision + " that counts.",
                "GET /api/v1/identification/decisions lists them.");
    }
}
