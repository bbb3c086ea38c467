package io.penstock.core.identity;

import io.penstock.core.identify.StableId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The look-up keys of a record: a hash of a rule's key and of one value of each of its attributes.
 * Two records can only match by a rule when they share one of its keys.
 */
public final class RuleKeys {

    /** Most keys of one record by one rule; a record that would have more has none by it. */
    public static final int KEYS_MAX = 1_024;

    /**
     * One look-up key.
     *
     * @param values one of each attribute, in the rule's order
     */
    record Combination(UUID key, List<String> values) {}

    private RuleKeys() {}

    /**
     * All keys of a record.
     *
     * @param rules every rule that is on in any connection: a record is also found by the rules of
     *     other connections
     */
    public static Set<UUID> of(HostFacts host, Collection<IdentificationRule> rules) {
        var all = new LinkedHashSet<UUID>();
        byRule(host, rules).values().forEach(all::addAll);
        return all;
    }

    /** The same by the rules' keys; rules by which the record has none are left out. */
    public static Map<String, Set<UUID>> byRule(
            HostFacts host, Collection<IdentificationRule> rules) {
        var id = new StableId();
        var keys = new LinkedHashMap<String, Set<UUID>>();
        for (var rule : rules) {
            var ofRule = new LinkedHashSet<UUID>();
            combinations(host, rule, id).forEach(c -> ofRule.add(c.key()));
            if (!ofRule.isEmpty()) {
                keys.put(rule.key(), ofRule);
            }
        }
        return keys;
    }

    /** How many keys the record would have by the rule; 0 when it lacks an attribute. */
    static long count(HostFacts host, IdentificationRule rule) {
        if (rule.attributes().isEmpty()) {
            return 0;
        }
        return rule.attributes().stream()
                .mapToLong(a -> host.values(a).size())
                .reduce(1, (one, other) -> one * other);
    }

    static List<Combination> combinations(HostFacts host, IdentificationRule rule, StableId id) {
        var count = count(host, rule);
        if (count == 0 || count > KEYS_MAX) {
            return List.of();
        }
        List<List<String>> partial = List.of(List.of());
        for (var attribute : rule.attributes()) {
            partial = extended(partial, lookedUp(rule, attribute, host.values(attribute)));
        }
        return partial.stream()
                .map(values -> new Combination(key(rule, values, id), values))
                .toList();
    }

    private static List<List<String>> extended(List<List<String>> partial, List<String> values) {
        var longer = new ArrayList<List<String>>(partial.size() * values.size());
        for (var start : partial) {
            for (var value : values) {
                var next = new ArrayList<>(start);
                next.add(value);
                longer.add(next);
            }
        }
        return longer;
    }

    /**
     * A serial number is looked up without its maker, which not every source names; beside another
     * attribute a name is looked up by what Windows leaves of it.
     */
    private static List<String> lookedUp(
            IdentificationRule rule, Identifier attribute, List<String> values) {
        return switch (attribute) {
            case SERIAL -> values.stream().map(SerialNumbers::number).distinct().toList();
            case HOSTNAME ->
                    rule.attributes().size() == 1
                            ? values
                            : values.stream().map(HostNames::cut).distinct().toList();
            default -> values;
        };
    }

    private static UUID key(IdentificationRule rule, List<String> values, StableId id) {
        id.with(rule.key());
        values.forEach(id::with);
        return id.take();
    }
}
