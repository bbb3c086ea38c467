package io.penstock.platform.api;

import io.penstock.platform.identity.DecisionPreviews;
import io.penstock.platform.identity.Decisions;
import io.penstock.platform.identity.IdentityDecision;
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

import java.util.List;
import java.util.UUID;

/** Merging, splitting, pinning and forbidding by hand. */
@RestController
class DecisionsController {

    private static final int ROWS_MAX = 500;

    private final Decisions decisions;
    private final DecisionPreviews previews;

    DecisionsController(Decisions decisions, DecisionPreviews previews) {
        this.decisions = decisions;
        this.previews = previews;
    }

    /**
     * @param next pass it as {@code before}; null on the last page
     */
    record DecisionsJson(List<IdentityDecision> rows, @Nullable Long next) {}

    /**
     * What people decided on records, newest first.
     *
     * @param record of one record or asset only
     * @param revoked true to see those that were taken back, too
     * @return one page
     */
    @GetMapping("/api/v1/identification/decisions")
    DecisionsJson all(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID record,
            @RequestParam(defaultValue = "false") boolean revoked,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Limits.checked(limit, ROWS_MAX);
        var found = decisions.list(caller.tenantId(), record, revoked, before, size);
        return new DecisionsJson(found, found.size() < size ? null : found.getLast().cursor());
    }

    /**
     * Merge assets, split records off, pin or forbid two records.
     *
     * @return what moved
     */
    @PostMapping("/api/v1/identification/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    Decisions.Outcome decide(Caller caller, @RequestBody DecisionInput input) {
        return decisions.decide(caller.tenantId(), caller.username(), input.order(), input.why());
    }

    /**
     * What a decision would come to, with all that earlier ones and the rules say; nothing stays.
     *
     * @return the assets as they would be
     */
    @PostMapping("/api/v1/identification/decisions/preview")
    DecisionPreviews.Preview preview(Caller caller, @RequestBody DecisionInput input) {
        return previews.of(caller.tenantId(), input.order());
    }

    /**
     * Take a decision back: the rules count again.
     *
     * @param id of one decision, or of the request that made several
     * @return what moved
     */
    @PostMapping("/api/v1/identification/decisions/{id}/revoke")
    Decisions.Outcome revoke(Caller caller, @PathVariable UUID id) {
        return decisions.revoke(caller.tenantId(), caller.username(), id);
    }
}
