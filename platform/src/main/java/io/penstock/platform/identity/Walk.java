package io.penstock.platform.identity;

import static java.util.stream.Collectors.groupingBy;

import io.penstock.core.identity.Decision;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Goes from some hosts to all that they may be one machine with: over common keys and over
 * decisions by hand, until nothing new turns up. Each step is one look-up for all hosts of it. One
 * thread.
 */
final class Walk {

    private final Neighbours neighbours;
    private final int place;
    private final Map<UUID, StoredHost> found = new HashMap<>();
    private final Set<UUID> visited = new HashSet<>();
    private final Groups groups = new Groups();
    private final Set<UUID> asked = new HashSet<>();
    private final Set<UUID> leftOut = new HashSet<>();
    private final Set<Decision> decisions = new HashSet<>();

    /**
     * @param place the weakest rule whose keys are followed
     */
    Walk(Neighbours neighbours, int place) {
        this.neighbours = neighbours;
        this.place = place;
    }

    /**
     * Hosts that hang together.
     *
     * @param leftOut keys of theirs that were not followed
     */
    record Linked(List<StoredHost> hosts, List<Decision> decisions, Set<UUID> leftOut) {}

    /** Walks until nothing new turns up; what has grown too large is not followed further. */
    Walk from(Collection<UUID> hosts) throws SQLException {
        Set<UUID> next = new HashSet<>(hosts);
        while (!next.isEmpty()) {
            visited.addAll(next);
            next.forEach(groups::add);
            var rows = neighbours.load(next);
            rows.forEach(row -> found.put(row.hostId(), row));
            var reached = new HashSet<UUID>();
            follow(rows, reached);
            decide(next, reached);
            reached.removeAll(visited);
            reached.removeAll(tooLarge());
            next = reached;
        }
        return this;
    }

    private void follow(List<StoredHost> rows, Set<UUID> reached) throws SQLException {
        var wanted = new HashSet<UUID>();
        rows.forEach(row -> wanted.addAll(neighbours.keys(row)));
        wanted.removeAll(asked);
        asked.addAll(wanted);
        var holders = neighbours.holders(wanted, place);
        for (var key : wanted) {
            var some = holders.getOrDefault(key, Set.of());
            if (some.isEmpty() || some.size() > HostKeys.HOLDERS_MAX) {
                leftOut.add(key);
            } else {
                groups.join(some);
                reached.addAll(some);
            }
        }
    }

    private void decide(Collection<UUID> of, Set<UUID> reached) throws SQLException {
        for (var decision : neighbours.decisions(of)) {
            decisions.add(decision);
            if (decision.kind() == Decision.Kind.TOGETHER) {
                var both = List.of(decision.a(), decision.b());
                groups.join(both);
                reached.addAll(both);
            }
        }
    }

    /** Hosts of sets that are too large to be compared. */
    Set<UUID> tooLarge() {
        return groups.tooLarge(Closure.HOSTS_MAX);
    }

    /** The sets of hosts; those that are too large only when all are wanted. */
    List<Linked> sets(boolean all) {
        var sets = new ArrayList<Linked>();
        var unfollowed = Set.copyOf(leftOut);
        var byHost = decisions.stream().collect(groupingBy(Decision::a));
        for (var group : groups.sets()) {
            var rows = group.stream().filter(found::containsKey).map(found::get).toList();
            if (!rows.isEmpty() && (all || group.size() <= Closure.HOSTS_MAX)) {
                var decided =
                        group.stream()
                                .flatMap(id -> byHost.getOrDefault(id, List.of()).stream())
                                .filter(decision -> group.contains(decision.b()))
                                .toList();
                sets.add(new Linked(rows, decided, unfollowed));
            }
        }
        return sets;
    }
}
