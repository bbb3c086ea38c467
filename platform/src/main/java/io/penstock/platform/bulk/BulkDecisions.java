package io.penstock.platform.bulk;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.acceptance.Acceptance.Scope;
import io.penstock.platform.acceptance.Acceptance.Target;
import io.penstock.platform.acceptance.AcceptanceOrder;
import io.penstock.platform.acceptance.Acceptances;
import io.penstock.platform.search.FindingRow;
import io.penstock.platform.search.FindingSearch;
import io.penstock.query.QueryException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Accepts risks and marks false positives for all findings that a query matches. */
@Component
public class BulkDecisions {

    /** Most findings of one step. */
    public static final int FINDINGS_MAX = 5_000;

    private static final String FINDINGS = "findings";

    /** That of {@link Acceptances}, over all of its calls. */
    private static final Comparator<Target> ORDER = Comparator.comparing(Target::toString);

    private final FindingSearch findings;
    private final Acceptances acceptances;
    private final TransactionTemplate transactions;

    BulkDecisions(
            FindingSearch findings,
            Acceptances acceptances,
            PlatformTransactionManager transactions) {
        this.findings = findings;
        this.acceptances = acceptances;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * What was decided.
     *
     * @param findings that match
     * @param decisions made for them
     * @param withoutCve findings that were left out for want of a CVE number
     */
    public record Decided(int findings, int decisions, int withoutCve) {}

    /**
     * @throws QueryException when the text is not a query
     * @throws FaultException CONFIGURATION when it matches nothing or too many
     */
    public BulkPlan plan(int tenantId, String query) {
        var found = found(tenantId, query);
        return new BulkPlan(
                found.size(),
                targets(found, Scope.CVE_ON_ASSET).size(),
                targets(found, Scope.CVE).size(),
                withoutCve(found));
    }

    /**
     * Decides for all of them, or for none.
     *
     * @throws QueryException as {@link #plan}
     * @throws FaultException as {@link #plan} and {@link Acceptances#decide}; CONFLICT when another
     *     number matches than was expected
     */
    public Decided decide(int tenantId, String by, BulkOrder order) {
        var found = found(tenantId, order.query());
        Matches.check(order.expected(), found.size(), FINDINGS);
        var targets = targets(found, order.scope());
        if (targets.isEmpty()) {
            throw Matches.refused(
                    "BULK_NO_CVE",
                    "None of the findings has a CVE number.",
                    "Decide on the findings themselves.");
        }
        transactions.executeWithoutResult(_ -> decide(tenantId, by, order, targets));
        var left = order.scope() == Scope.FINDING ? 0 : withoutCve(found);
        return new Decided(found.size(), targets.size(), left);
    }

    private void decide(int tenantId, String by, BulkOrder order, List<Target> targets) {
        for (var from = 0; from < targets.size(); from += AcceptanceOrder.TARGETS_MAX) {
            var to = Math.min(from + AcceptanceOrder.TARGETS_MAX, targets.size());
            acceptances.decide(
                    tenantId,
                    by,
                    new AcceptanceOrder(
                            order.kind(),
                            targets.subList(from, to),
                            order.reason(),
                            order.until()));
        }
    }

    private List<FindingRow> found(int tenantId, String query) {
        return Matches.all(
                FINDINGS,
                FINDINGS_MAX,
                after -> findings.find(tenantId, query, after, Matches.PAGE));
    }

    private static List<Target> targets(List<FindingRow> found, Scope scope) {
        return found.stream()
                .flatMap(row -> Stream.ofNullable(target(row, scope)))
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    private static @Nullable Target target(FindingRow row, Scope scope) {
        if (scope == Scope.FINDING) {
            return new Target(scope, row.id(), null, null);
        }
        if (row.cveId() == null) {
            return null;
        }
        return new Target(
                scope, null, scope == Scope.CVE_ON_ASSET ? row.assetId() : null, row.cveId());
    }

    private static int withoutCve(List<FindingRow> found) {
        return (int) found.stream().map(FindingRow::cveId).filter(Objects::isNull).count();
    }
}
