package io.penstock.platform.console.inventory;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.acceptance.Acceptance.Kind;
import io.penstock.platform.acceptance.Acceptance.Scope;
import io.penstock.platform.bulk.BulkDecisions;
import io.penstock.platform.bulk.BulkOrder;
import io.penstock.platform.console.frame.TypedDay;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * What a person decides of many findings.
 *
 * @param query finds them
 * @param back query of the list it began on
 * @param until last day of the decision, UTC, as typed
 * @param expected how many findings the person saw; negative before he saw any
 */
public record DecisionForm(
        Kind kind,
        Scope scope,
        String query,
        String back,
        String reason,
        String until,
        Long expected) {

    /** Parameters that are left out are empty. */
    public DecisionForm(
            @Nullable Kind kind,
            @Nullable Scope scope,
            @Nullable String query,
            @Nullable String back,
            @Nullable String reason,
            @Nullable String until,
            @Nullable Long expected) {
        this.kind = kind == null ? Kind.RISK_ACCEPTED : kind;
        this.scope = scope == null ? Scope.FINDING : scope;
        this.query = text(query);
        this.back = text(back);
        this.reason = text(reason);
        this.until = text(until);
        this.expected = expected == null ? -1L : expected;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    public boolean accepts() {
        return kind == Kind.RISK_ACCEPTED;
    }

    /**
     * @throws FaultException CONFIGURATION for a day that is none
     */
    BulkOrder order() {
        var end = TypedDay.end(until, "until", "ACCEPTANCE_UNTIL");
        return new BulkOrder(query, kind, scope, reason.strip(), end, expected);
    }

    /** One sentence about what was done. */
    String done(BulkDecisions.Decided decided) {
        var what = accepts() ? "accepted" : "marked as false positives";
        var left =
                decided.withoutCve() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "; %,d without a CVE number were left out",
                                decided.withoutCve());
        return String.format(
                Locale.ROOT,
                "%,d findings were %s by %,d decisions%s.",
                decided.findings() - decided.withoutCve(),
                what,
                decided.decisions(),
                left);
    }
}
