package io.penstock.platform.identity;

import static java.util.stream.Collectors.toMap;

import io.penstock.core.identity.HostFacts;
import io.penstock.core.identity.IdentificationRule;
import io.penstock.core.identity.RuleKeys;
import io.penstock.core.identity.RuleOrder;
import io.penstock.core.identity.SystemRules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The rules of a tenant and how its connections use them.
 *
 * @param known the system's rules in order, then the tenant's own by label
 * @param fallback the order of connections that have none of their own
 * @param orders by connection id
 */
record RuleBook(
        List<IdentificationRule> known, RuleOrder fallback, Map<Integer, RuleOrder> orders) {

    /** Places of keys are below this: those of the system's rules. */
    static final int PLACES = SystemRules.ALL.size();

    RuleBook {
        known = List.copyOf(known);
        orders = Map.copyOf(orders);
    }

    RuleOrder order(int connectionId) {
        return orders.getOrDefault(connectionId, fallback);
    }

    /** The same with another order for one connection. */
    RuleBook with(int connectionId, RuleOrder order) {
        var changed = new HashMap<>(orders);
        changed.put(connectionId, order);
        return new RuleBook(known, fallback, changed);
    }

    /** The rules that are on anywhere. */
    Collection<IdentificationRule> inUse() {
        var used = new LinkedHashMap<String, IdentificationRule>();
        fallback.enabledInOrder().forEach(rule -> used.put(rule.key(), rule));
        orders.values()
                .forEach(order ->
                        order.enabledInOrder().forEach(rule -> used.put(rule.key(), rule)));
        return List.copyOf(used.values());
    }

    Keying keying() {
        return new Keying(inUse(), inUse().stream().collect(toMap(r -> r.key(), RuleBook::place)));
    }

    /**
     * How keys are made.
     *
     * @param places by rule
     */
    record Keying(Collection<IdentificationRule> rules, Map<String, Integer> places) {

        /** The look-up keys of a record with the places of their rules. */
        Map<UUID, Integer> keys(HostFacts facts) {
            var keys = new HashMap<UUID, Integer>();
            RuleKeys.byRule(facts, rules)
                    .forEach((rule, some) -> {
                        var place = places.getOrDefault(rule, PLACES - 1);
                        some.forEach(key -> keys.merge(key, place, Math::min));
                    });
            return keys;
        }
    }

    /** A tenant's own rule stands where the first system rule with its strongest attribute does. */
    private static int place(IdentificationRule rule) {
        var places = new ArrayList<Integer>();
        for (var i = 0; i < PLACES; i++) {
            var system = SystemRules.ALL.get(i);
            if (system.key().equals(rule.key())) {
                return i;
            }
            if (!rule.attributes().isEmpty()
                    && system.attributes().contains(rule.attributes().getFirst())) {
                places.add(i);
            }
        }
        return places.isEmpty() ? PLACES - 1 : places.getFirst();
    }
}
