package io.penstock.core.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A record while it is identified.
 *
 * @param lastingMacs MAC addresses that speak against another machine's
 * @param ownNames host names that are not known to be of several machines
 */
record Entry(HostFacts facts, Lifetime life, List<String> lastingMacs, List<String> ownNames) {

    /** The order that names an asset. */
    static final Comparator<Entry> CANONICAL =
            Comparator.comparing((Entry e) -> e.facts.firstSeen()).thenComparing(Entry::id);

    /**
     * The order of judging: those that carry the strongest identifiers first, so that weaker ones
     * find complete machines to choose from.
     */
    static final Comparator<Entry> STRONGEST_FIRST =
            Comparator.comparingInt(Entry::strength).reversed().thenComparing(CANONICAL);

    static Entry of(HostFacts facts) {
        var lasting = facts.values(Identifier.MAC).stream().filter(MacAddress::lasting).toList();
        return new Entry(
                facts,
                Lifetime.of(facts.firstSeen(), facts.lastSeen()),
                lasting,
                facts.values(Identifier.HOSTNAME));
    }

    /** The same, where some MAC addresses and names have proved to be of several machines. */
    Entry without(Set<String> shared) {
        return new Entry(facts, life, without(lastingMacs, shared), without(ownNames, shared));
    }

    private static List<String> without(List<String> values, Set<String> shared) {
        return values.stream().filter(value -> !shared.contains(value)).toList();
    }

    /** True when all its adapters are those of virtual machines. */
    boolean virtual() {
        return !lastingMacs.isEmpty() && lastingMacs.stream().allMatch(MacAddress::virtual);
    }

    UUID id() {
        return facts.hostId();
    }

    List<String> values(Identifier identifier) {
        return facts.values(identifier);
    }

    /** A bit for each identifier that it carries, the strongest one's the highest. */
    private int strength() {
        var bits = 0;
        for (var identifier : Identifier.values()) {
            bits = bits << 1 | (values(identifier).isEmpty() ? 0 : 1);
        }
        return bits;
    }
}
