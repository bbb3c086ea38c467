package io.penstock.core.identity;

import java.util.List;
import java.util.UUID;

/**
 * Why a record belongs to its asset (S-057, etm 5.7).
 *
 * @param hostId the record
 * @param assetId its asset
 * @param steps the rules of its connection as they were tried, up to the one that decided
 * @param decisions sentences on decisions by hand that concern it
 * @param ignored values that do not count
 * @param suggestions assets it may be one with, for a person to decide; sorted
 * @param result one sentence
 */
public record IdentificationLog(
        UUID hostId,
        UUID assetId,
        List<RuleStep> steps,
        List<String> decisions,
        List<IgnoredValue> ignored,
        List<UUID> suggestions,
        String result) {

    public IdentificationLog {
        steps = List.copyOf(steps);
        decisions = List.copyOf(decisions);
        ignored = List.copyOf(ignored);
        suggestions = List.copyOf(suggestions);
    }
}
