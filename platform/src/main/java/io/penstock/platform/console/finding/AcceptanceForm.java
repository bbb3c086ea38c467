package io.penstock.platform.console.finding;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.acceptance.Acceptance.Kind;
import io.penstock.platform.acceptance.Acceptance.Scope;
import io.penstock.platform.acceptance.Acceptance.Target;
import io.penstock.platform.acceptance.AcceptanceOrder;
import io.penstock.platform.search.FindingRow;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
        return new AcceptanceOrder(
                wanted, targets(word(Scope.class, scope, "scope"), finding), reason.strip(), end());
    }

    private static List<Target> targets(Scope scope, FindingRow finding) {
        return switch (scope) {
            case FINDING -> AcceptanceOrder.onFindings(List.of(finding.id()));
            case CVE_ON_ASSET ->
                    AcceptanceOrder.onAssets(List.of(finding.assetId()), finding.cveId());
            case CVE -> AcceptanceOrder.everywhere(finding.cveId());
        };
    }

    private Instant end() {
        try {
            var day = LocalDate.parse(until.strip());
            return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.CONFIGURATION,
                            "ACCEPTANCE_UNTIL",
                            "The end is no day.",
                            "Write it as 2027-03-01."),
                    e);
        }
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
