package io.penstock.core.identity;

import java.util.List;
import java.util.UUID;

/**
 * One rule tried on one record.
 *
 * @param rule the rule's key
 * @param outcome what came of it
 * @param sentence the whole of it for people
 * @param candidates assets that matched and were not vetoed, the chosen one first
 * @param vetoes why others that share the value are not the same machine
 */
public record RuleStep(
        String rule, Outcome outcome, String sentence, List<UUID> candidates, List<Veto> vetoes) {

    public RuleStep {
        candidates = List.copyOf(candidates);
        vetoes = List.copyOf(vetoes);
    }

    /** What came of a rule. */
    public enum Outcome {
        /** The record lacks an attribute, or carries too many values of it. */
        SKIPPED,
        /** Nobody carries the same. */
        NO_MATCH,
        /** The value is carried by too many, or by different machines: it does not count. */
        SUSPICIOUS,
        /** Some carry the same, and all are vetoed. */
        VETOED,
        /** Exactly one asset: it is the one. */
        MATCHED,
        /** Several assets: the tie-break chose one. */
        AMBIGUOUS
    }

    /**
     * Why a match does not count.
     *
     * @param hostId the record it stumbles over
     * @param reason the kind
     * @param mine what the record itself says, may be empty
     * @param theirs what the other one says, may be empty
     * @param sentence the whole of it for people
     */
    public record Veto(UUID hostId, Reason reason, String mine, String theirs, String sentence) {

        /** The kinds of vetoes. */
        public enum Reason {
            /** Both carry a stronger identifier, and it differs. */
            STRONGER_DIFFERS,
            /** Identifiers that are not stronger speak against it. */
            CONTRADICTED,
            /** One source saw both under two native keys at the same time. */
            SAME_SOURCE_SAME_TIME,
            /** Only names match, and one was gone when the other came. */
            NOT_AT_ONE_TIME,
            /** A person said that they are two. */
            DECISION
        }
    }
}
