package io.penstock.platform.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a decision would come to. It is made as it would be, looked at, and rolled back, so that
 * earlier decisions and vetoes have their say in the preview, too.
 */
@Component
public class DecisionPreviews {

    private static final String FINDINGS =
            "select count(*) from finding where tenant_id = ? and asset_id = ? and status <> 3";

    private final Decisions decisions;
    private final AssetIdentities identities;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DecisionPreviews(
            Decisions decisions,
            AssetIdentities identities,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.decisions = decisions;
        this.identities = identities;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param moved records that would belong to another asset than now
     * @param assets that the records would belong to, the largest first
     */
    public record Preview(int moved, List<Becoming> assets) {

        public Preview {
            assets = List.copyOf(assets);
        }
    }

    /**
     * An asset as it would be.
     *
     * @param openFindings that would be on it
     */
    public record Becoming(AssetIdentity identity, long openFindings) {}

    /**
     * @throws io.penstock.core.fault.FaultException as {@link Decisions#decide}, but for the reason
     */
    public Preview of(int tenantId, DecisionOrder order) {
        var preview =
                transaction.execute(status -> {
                    status.setRollbackOnly();
                    var outcome = decisions.decide(tenantId, "preview", order, "preview");
                    return new Preview(outcome.moved(), assets(tenantId, outcome.assets()));
                });
        if (preview == null) {
            throw new IllegalStateException("a preview came to nothing");
        }
        return preview;
    }

    private List<Becoming> assets(int tenantId, Set<UUID> ids) {
        return ids.stream()
                .flatMap(id -> identities.of(tenantId, id).stream())
                .map(identity -> new Becoming(identity, findings(tenantId, identity.asset())))
                .sorted(
                        Comparator.comparingInt((Becoming one) -> -one.identity().records().size())
                                .thenComparing(one -> one.identity().asset()))
                .toList();
    }

    private long findings(int tenantId, UUID asset) {
        return jdbc.sql(FINDINGS).params(tenantId, asset).query(Long.class).single();
    }
}
