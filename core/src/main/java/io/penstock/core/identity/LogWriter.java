package io.penstock.core.identity;

import io.penstock.core.identity.Decision.Kind;
import io.penstock.core.identity.RuleStep.Outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Writes why a record is where it is, once assets have their names. */
final class LogWriter {

    private static final int CANDIDATES_MAX = 20;

    private final Map<UUID, Cluster> assets;
    private final Placement placement;
    private final DecisionGroups decisions;

    /**
     * @param assets by host id
     */
    LogWriter(Map<UUID, Cluster> assets, Placement placement, DecisionGroups decisions) {
        this.assets = assets;
        this.placement = placement;
        this.decisions = decisions;
    }

    IdentificationLog write(Entry entry, RuleOrder order) {
        var steps = new ArrayList<RuleStep>();
        if (order.enabledInOrder().stream().anyMatch(rule -> rule.attributes().isEmpty())) {
            steps.add(nativeKey());
        }
        var suggestions = new TreeSet<UUID>();
        for (var trial : placement.trials(entry.id())) {
            var step = step(entry, trial);
            steps.add(step);
            suggestions.addAll(step.candidates());
        }
        suggestions.remove(asset(entry.id()).assetId());
        return new IdentificationLog(
                entry.id(),
                asset(entry.id()).assetId(),
                steps,
                decisions.of(entry.id()).stream().map(this::decision).toList(),
                entry.facts().identifiers().ignored(),
                List.copyOf(suggestions),
                result(entry, steps.isEmpty() ? nativeKey() : steps.getLast()));
    }

    private static RuleStep nativeKey() {
        return new RuleStep(
                SystemRules.NATIVE_KEY.key(),
                Outcome.NO_MATCH,
                "All that the source says under this native key is this one record.",
                List.of(),
                List.of());
    }

    private RuleStep step(Entry entry, Trial trial) {
        var candidates = assetsOf(trial.candidates());
        // Groups that a decision has put together are one asset.
        var outcome =
                trial.outcome() == Outcome.AMBIGUOUS && candidates.size() == 1
                        ? Outcome.MATCHED
                        : trial.outcome();
        return new RuleStep(
                trial.rule().key(),
                outcome,
                StepSentences.of(entry, trial, outcome, candidates),
                candidates.stream().limit(CANDIDATES_MAX).toList(),
                trial.vetoes());
    }

    private List<UUID> assetsOf(Collection<RuleGroup> groups) {
        var ids = new LinkedHashSet<UUID>();
        groups.forEach(group -> ids.add(asset(group.members().getFirst().id()).assetId()));
        return List.copyOf(ids);
    }

    private String decision(Decision decision) {
        var said = Sentences.decided(decision);
        if (decision.kind() == Kind.APART) {
            return said + ".";
        }
        return decisions
                .against(decision)
                .map(other -> said + "; not followed, because " + Sentences.decided(other) + ".")
                .orElse(said + ".");
    }

    private String result(Entry entry, RuleStep last) {
        var asset = asset(entry.id());
        if (asset.hostIds().size() == 1) {
            return "An asset of its own: no rule and no decision says that another record is it.";
        }
        var name = "asset [" + Sentences.shortened(asset.assetId()) + "]";
        if (!last.candidates().isEmpty()) {
            return "Part of " + name + " by rule " + last.rule() + ".";
        }
        var grown = placement.group(entry.id()).orElseThrow().members().size() > 1;
        var others = asset.hostIds().size() - 1;
        return grown
                ? "Part of " + name + ": other records of it were found by this one."
                : "Part of " + name + " with " + others + " more by a decision.";
    }

    private Cluster asset(UUID host) {
        var asset = assets.get(host);
        if (asset == null) {
            throw new IllegalStateException("every record has an asset, not so " + host);
        }
        return asset;
    }
}
