package io.penstock.core.identity;

import static java.util.Objects.requireNonNull;

import io.penstock.core.identify.StableId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who carries which value that a rule compares. */
final class KeyIndex {

    /** A value, and the places of the records that carry it, ascending. */
    record Held(UUID key, List<String> values, List<Integer> holders) {}

    private final Map<String, Map<UUID, Held>> byRule = new HashMap<>();
    private final Map<String, List<List<Held>>> ofEntry = new HashMap<>();

    /**
     * @param rules different ones, each with attributes
     */
    KeyIndex(List<Entry> entries, Collection<JudgedRule> rules) {
        var id = new StableId();
        for (var judged : rules) {
            var rule = judged.rule();
            var keys = new HashMap<UUID, Held>();
            var lists = new ArrayList<List<Held>>(entries.size());
            for (var place = 0; place < entries.size(); place++) {
                lists.add(of(entries.get(place), place, rule, keys, id));
            }
            byRule.put(rule.key(), keys);
            ofEntry.put(rule.key(), lists);
        }
    }

    /** Every value that is compared by a rule. */
    Collection<Held> all(IdentificationRule rule) {
        return requireNonNull(byRule.get(rule.key())).values();
    }

    /** The values of one record, in the order of its values. */
    List<Held> of(IdentificationRule rule, int place) {
        return requireNonNull(ofEntry.get(rule.key())).get(place);
    }

    private static List<Held> of(
            Entry entry, int place, IdentificationRule rule, Map<UUID, Held> keys, StableId id) {
        var own = new ArrayList<Held>();
        for (var combination : RuleKeys.combinations(entry.facts(), rule, id)) {
            var held =
                    keys.computeIfAbsent(
                            combination.key(),
                            key -> new Held(key, combination.values(), new ArrayList<>()));
            held.holders().add(place);
            own.add(held);
        }
        return own;
    }
}
