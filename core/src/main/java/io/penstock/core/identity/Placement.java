package io.penstock.core.identity;

import io.penstock.core.identity.KeyIndex.Held;
import io.penstock.core.identity.RuleStep.Outcome;
import io.penstock.core.identity.RuleStep.Veto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;

/** Puts records into groups one by one, each by the first rule of its connection that decides. */
final class Placement {

    private static final int VETOES_MAX = 20;

    private final List<Entry> entries;
    private final Map<String, JudgedRule> rules;
    private final KeyIndex index;
    private final SharedKeys shared;
    private final DecisionGroups decisions;
    private final Map<UUID, RuleGroup> groups = new HashMap<>();
    private final Map<UUID, List<Trial>> trials = new HashMap<>();

    /**
     * @param entries by the places that {@code index} speaks of
     * @param rules those with attributes, by key
     */
    Placement(
            List<Entry> entries,
            Map<String, JudgedRule> rules,
            KeyIndex index,
            SharedKeys shared,
            DecisionGroups decisions) {
        this.entries = entries;
        this.rules = rules;
        this.index = index;
        this.shared = shared;
        this.decisions = decisions;
    }

    /** Puts all records into groups; {@code order} is that of their connection. */
    void run(Map<Integer, RuleOrder> order) {
        var places = new ArrayList<Integer>();
        for (var place = 0; place < entries.size(); place++) {
            places.add(place);
        }
        places.sort(Comparator.comparing(entries::get, Entry.STRONGEST_FIRST));
        for (var place : places) {
            var connection = entries.get(place).facts().connectionId();
            place(place, order.getOrDefault(connection, RuleOrder.DEFAULT));
        }
    }

    /** The group of a record that has been placed. */
    Optional<RuleGroup> group(UUID id) {
        return Optional.ofNullable(groups.get(id));
    }

    /** The rules tried on a record, the one that decided last. */
    List<Trial> trials(UUID id) {
        return trials.getOrDefault(id, List.of());
    }

    private void place(int place, RuleOrder order) {
        var entry = entries.get(place);
        var tried = new ArrayList<Trial>();
        trials.put(entry.id(), tried);
        for (var rule : order.enabledInOrder()) {
            var judged = rules.get(rule.key());
            if (judged == null) {
                continue;
            }
            var trial = attempt(judged, place);
            tried.add(trial);
            if (trial.decides()) {
                into(trial.candidates().getFirst(), entry);
                return;
            }
        }
        groups.put(entry.id(), new RuleGroup(entry));
    }

    private void into(RuleGroup group, Entry entry) {
        decisions.join(entry.id(), group.members().getFirst().id());
        group.add(entry);
        groups.put(entry.id(), group);
    }

    private Trial attempt(JudgedRule judged, int place) {
        var keys = index.of(judged.rule(), place);
        if (keys.isEmpty()) {
            return Trial.skipped(judged.rule());
        }
        var entry = entries.get(place);
        var finds = new Finds();
        for (var held : keys) {
            var known = shared.find(held.key());
            known.ifPresent(finds.passedOver::add);
            if (held.holders().size() > 1 && !shared.tooMany(held.key())) {
                finds.compared.add(held);
                addMatching(judged, entry, held, known.isEmpty() ? finds.matching : finds.doubted);
            }
        }
        finds.doubted.removeAll(finds.matching);
        return judge(judged, entry, finds);
    }

    /** What one rule finds for one record: groups by values that count, and by such as do not. */
    private static final class Finds {
        private final SequencedSet<RuleGroup> matching = new LinkedHashSet<>();
        private final SequencedSet<RuleGroup> doubted = new LinkedHashSet<>();
        private final List<Held> compared = new ArrayList<>();
        private final List<SharedValue> passedOver = new ArrayList<>();
    }

    private void addMatching(
            JudgedRule judged, Entry entry, Held held, SequencedSet<RuleGroup> matching) {
        for (var holder : held.holders()) {
            var other = entries.get(holder);
            var group = groups.get(other.id());
            if (group != null && !matching.contains(group) && judged.matches(entry, other)) {
                matching.add(group);
            }
        }
    }

    private Trial judge(JudgedRule judged, Entry entry, Finds finds) {
        var vetoes = new ArrayList<Veto>();
        var candidates = unvetoed(judged, entry, finds.matching, vetoes);
        var doubted = unvetoed(judged, entry, finds.doubted, vetoes);
        vetoes.sort(Comparator.comparing(Veto::hostId));
        return new Trial(
                judged.rule(),
                outcome(finds, candidates, doubted, vetoes),
                finds.compared,
                TieBreak.sorted(entry, candidates),
                vetoes.stream().limit(VETOES_MAX).toList(),
                finds.passedOver);
    }

    private List<RuleGroup> unvetoed(
            JudgedRule judged, Entry entry, SequencedSet<RuleGroup> found, List<Veto> vetoes) {
        var left = new ArrayList<RuleGroup>();
        for (var group : found) {
            new GroupVeto(judged, entry, group, decisions)
                    .find()
                    .ifPresentOrElse(vetoes::add, () -> left.add(group));
        }
        return left;
    }

    private static Outcome outcome(
            Finds finds, List<RuleGroup> candidates, List<RuleGroup> doubted, List<Veto> vetoes) {
        if (!candidates.isEmpty()) {
            return candidates.size() == 1 ? Outcome.MATCHED : Outcome.AMBIGUOUS;
        }
        if (!vetoes.isEmpty() && doubted.isEmpty()) {
            return Outcome.VETOED;
        }
        return finds.passedOver.isEmpty() ? Outcome.NO_MATCH : Outcome.SUSPICIOUS;
    }
}
