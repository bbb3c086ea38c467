package io.penstock.platform.console.finding;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.acceptance.Acceptance.Kind;
import io.penstock.platform.acceptance.Acceptance.Scope;
import io.penstock.platform.acceptance.Acceptance.Target;
import io.penstock.platform.acceptance.AcceptanceOrder;
import io.penstock.platform.console.frame.TypedDay;
import io.penstock.platform.search.FindingRow;

import java.util.List;

/**
 * An accepted risk or a false positive as a person types it.
 *
 * @param until a day such as {@code 2027-03-01}; the decision holds until its end, UTC
 */
public record AcceptanceForm(String kind, String scope, String reason, String until) {

    static final AcceptanceForm BLANK = new AcceptanceForm("RISK_ACCEPTED", "FINDING", "", "");

    /**
     * @throws FaultException CONFIGURATION with a sentence for the field that is wrong
     */
    AcceptanceOrder order(FindingRow finding) {
        var wanted = word(Kind.class, kind, "decision");
        var targets = targets(word(Scope.class, scope, "scope"), finding);
        var end = TypedDay.end(until, "until", "ACCEPTANCE_UNTIL");
        return new AcceptanceOrder(wanted, targets, reason.strip(), end);
    }

    private static List<Target> targets(Scope scope, FindingRow finding) {
        return switch (scope) {
            case FINDING -> AcceptanceOrder.onFindings(List.of(finding.id()));
            case CVE_ON_ASSET ->
                    AcceptanceOrder.onAssets(List.of(finding.assetId()), finding.cveId());
            case CVE -> AcceptanceOrder.everywhere(finding.cveId());
        };
    }

    private static <E extends Enum<E>> E word(Class<E> type, String typed, String field) {
        try {
            return Enum.valueOf(type, typed);
        } catch (IllegalArgumentException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.CONFIGURATION,
                            "ACCEPTANCE_FIELDS",
                            "The " + field + " is not one of those that can be chosen.",
                            "Choose one in the form."),
                    e);
        }
    }
}
