package io.penstock.platform.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Disjoint sets of hosts that grow together. One thread. */
final class Groups {

    private final Map<UUID, Set<UUID>> byHost = new HashMap<>();

    void add(UUID host) {
        byHost.computeIfAbsent(host, Groups::of);
    }

    private static Set<UUID> of(UUID host) {
        var set = new HashSet<UUID>();
        set.add(host);
        return set;
    }

    /** Makes one set of all sets that the hosts are in; the smaller one goes into the larger. */
    void join(Collection<UUID> hosts) {
        Set<UUID> joined = Set.of();
        for (var host : hosts) {
            add(host);
            var other = byHost.getOrDefault(host, joined);
            joined = joined.isEmpty() || joined.equals(other) ? other : merged(joined, other);
        }
    }

    private Set<UUID> merged(Set<UUID> one, Set<UUID> other) {
        var swap = one.size() < other.size();
        var large = swap ? other : one;
        var small = swap ? one : other;
        large.addAll(small);
        small.forEach(host -> byHost.put(host, large));
        return large;
    }

    /** Every set once. */
    List<Set<UUID>> sets() {
        var seen = new HashSet<UUID>();
        var sets = new ArrayList<Set<UUID>>();
        byHost.forEach((host, set) -> {
            if (!seen.contains(host)) {
                seen.addAll(set);
                sets.add(set);
            }
        });
        return sets;
    }

    /** The hosts of sets with more than {@code max} members. */
    Set<UUID> tooLarge(int max) {
        var hosts = new HashSet<UUID>();
        byHost.forEach((host, set) -> {
            if (set.size() > max) {
                hosts.add(host);
            }
        });
        return hosts;
    }
}
