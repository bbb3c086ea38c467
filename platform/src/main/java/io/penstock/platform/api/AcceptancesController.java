package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.acceptance.Acceptance;
import io.penstock.platform.acceptance.Acceptance.Kind;
import io.penstock.platform.acceptance.Acceptance.Scope;
import io.penstock.platform.acceptance.Acceptance.State;
import io.penstock.platform.acceptance.Acceptance.Target;
import io.penstock.platform.acceptance.AcceptanceFilter;
import io.penstock.platform.acceptance.AcceptanceOrder;
import io.penstock.platform.acceptance.Acceptances;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Accepted risks and false positives (etm 5.18). */
@RestController
class AcceptancesController {

    private static final int ROWS_MAX = 500;

    private final Acceptances acceptances;

    AcceptancesController(Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    /**
     * What to decide.
     *
     * @param findings of scope FINDING
     * @param assets and {@code cve} of scope CVE_ON_ASSET; {@code cve} alone of scope CVE
     */
    record DecisionInput(
            @Nullable Kind kind,
            @Nullable Scope scope,
            @Nullable List<UUID> findings,
            @Nullable List<UUID> assets,
            @Nullable String cve,
            @Nullable String reason,
            @Nullable Instant until) {

        AcceptanceOrder order() {
            if (kind == null || scope == null || until == null) {
                throw incomplete();
            }
            return new AcceptanceOrder(
                    kind, targets(scope), reason == null ? "" : reason.strip(), until);
        }

        /** What a decision without one of its fields is told. */
        static FaultException incomplete() {
            return new FaultException(
                    FaultKind.CONFIGURATION,
                    "ACCEPTANCE_FIELDS",
                    "A decision needs the fields 'kind', 'scope', 'reason' and 'until'.",
                    "");
        }

        private List<Target> targets(Scope wanted) {
            return switch (wanted) {
                case FINDING -> AcceptanceOrder.onFindings(findings == null ? List.of() : findings);
                case CVE_ON_ASSET ->
                        AcceptanceOrder.onAssets(assets == null ? List.of() : assets, cve);
                case CVE -> AcceptanceOrder.everywhere(cve);
            };
        }
    }

    record RevokeInput(@Nullable List<UUID> acceptances, @Nullable String reason) {}

    /**
     * @param next pass it as {@code after}; null on the last page
     */
    record AcceptancesJson(List<Acceptance> rows, @Nullable Long next) {}

    /**
     * Accepted risks and false positives, newest first.
     *
     * @return one page
     */
    @GetMapping("/api/v1/acceptances")
    AcceptancesJson all(
            Caller caller,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable String cve,
            @RequestParam(required = false) @Nullable UUID finding,
            @RequestParam(required = false) @Nullable UUID asset,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit) {
        var filter = new AcceptanceFilter(state, kind, cve, finding, asset);
        var page =
                acceptances.find(caller.tenantId(), filter, after, Limits.checked(limit, ROWS_MAX));
        return new AcceptancesJson(page.rows(), page.next() == 0 ? null : page.next());
    }

    /**
     * Accept the risk of findings, or call them false positives.
     *
     * @return the decisions made
     */
    @PostMapping("/api/v1/acceptances")
    @ResponseStatus(HttpStatus.CREATED)
    AcceptancesJson decide(Caller caller, @RequestBody DecisionInput input) {
        return new AcceptancesJson(
                acceptances.decide(caller.tenantId(), caller.username(), input.order()), null);
    }

    /**
     * One decision on findings.
     *
     * @return the decision
     */
    @GetMapping("/api/v1/acceptances/{uuid}")
    Acceptance one(Caller caller, @PathVariable UUID uuid) {
        return acceptances.require(caller.tenantId(), uuid);
    }

    /**
     * Take decisions back.
     *
     * @return the decisions taken back
     */
    @PostMapping("/api/v1/acceptances/revoke")
    AcceptancesJson revoke(Caller caller, @RequestBody RevokeInput input) {
        var uuids = input.acceptances() == null ? List.<UUID>of() : input.acceptances();
        var reason = input.reason() == null ? "" : input.reason().strip();
        return new AcceptancesJson(
                acceptances.revoke(caller.tenantId(), caller.username(), uuids, reason), null);
    }
}
