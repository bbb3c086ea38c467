package io.penstock.platform.api;

import io.penstock.platform.acceptance.Acceptance.Kind;
import io.penstock.platform.acceptance.Acceptance.Scope;
import io.penstock.platform.bulk.BulkDecisions;
import io.penstock.platform.bulk.BulkOrder;
import io.penstock.platform.bulk.BulkPlan;
import io.penstock.platform.bulk.BulkTags;
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
import java.util.UUID;

/** One step for everything that a query matches (part C 21). */
@RestController
class BulkController {

    private final BulkDecisions decisions;
    private final BulkTags tags;

    BulkController(BulkDecisions decisions, BulkTags tags) {
        this.decisions = decisions;
        this.tags = tags;
    }

    /**
     * What to decide of all findings of a query.
     *
     * @param expected how many findings there are to be; null for any number
     */
    record BulkInput(
            @Nullable String query,
            @Nullable Kind kind,
            @Nullable Scope scope,
            @Nullable String reason,
            @Nullable Instant until,
            @Nullable Long expected) {

        BulkOrder order() {
            if (kind == null || scope == null || until == null) {
                throw AcceptancesController.DecisionInput.incomplete();
            }
            return new BulkOrder(
                    query == null ? "" : query,
                    kind,
                    scope,
                    reason == null ? "" : reason.strip(),
                    until,
                    expected);
        }
    }

    /**
     * Which assets.
     *
     * @param query all assets that match
     * @param expected how many there are to be; null for any number
     */
    record BulkAssetsInput(@Nullable String query, @Nullable Long expected) {

        String text() {
            return query == null ? "" : query;
        }
    }

    /**
     * What a decision on all findings of a query would be. It decides nothing. A query may match
     * 5,000 findings.
     *
     * @return counts
     */
    @GetMapping("/api/v1/findings/decisions/plan")
    BulkPlan plan(Caller caller, @RequestParam(defaultValue = "") String query) {
        return decisions.plan(caller.tenantId(), query);
    }

    /**
     * Accept the risk of all findings of a query, or call them false positives. All of them, or
     * none; a query may match 5,000.
     *
     * @return counts
     */
    @PostMapping("/api/v1/findings/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    BulkDecisions.Decided decide(Caller caller, @RequestBody BulkInput input) {
        return decisions.decide(caller.tenantId(), caller.username(), input.order());
    }

    /**
     * Put a tag on all assets of a query. On all of them, or on none; a query may match 10,000.
     *
     * @return counts
     */
    @PostMapping("/api/v1/tags/{uuid}/assets/of-query")
    BulkTags.Tagged add(
            Caller caller, @PathVariable UUID uuid, @RequestBody BulkAssetsInput input) {
        return tags.add(caller.tenantId(), uuid, input.text(), input.expected(), caller.username());
    }

    /**
     * Take a tag off all assets of a query. Otherwise as putting it on.
     *
     * @return counts
     */
    @PostMapping("/api/v1/tags/{uuid}/assets/of-query/remove")
    BulkTags.Tagged remove(
            Caller caller, @PathVariable UUID uuid, @RequestBody BulkAssetsInput input) {
        return tags.remove(caller.tenantId(), uuid, input.text(), input.expected());
    }
}
