package io.penstock.core.identity.estate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which records of one machine anybody could tell to be of one: those that hang together by values
 * that no other machine ever had. Judged by the simulation alone.
 */
final class Tellable {

    private final Joined joined = new Joined();
    private final Map<Integer, Map<UUID, Long>> groups = new HashMap<>();

    Tellable(List<Labelled> records) {
        var owners = new HashMap<String, Set<Integer>>();
        for (var record : records) {
            for (var token : record.tokens()) {
                owners.computeIfAbsent(token, _ -> new HashSet<>()).add(record.machine().number());
            }
        }
        var holders = new HashMap<String, UUID>();
        for (var record : records) {
            for (var token : record.tokens()) {
                if (owners.getOrDefault(token, Set.of()).size() == 1) {
                    var first = holders.putIfAbsent(token, record.facts().hostId());
                    joined.join(
                            record.facts().hostId(),
                            first == null ? record.facts().hostId() : first);
                }
            }
        }
        for (var record : records) {
            groups.computeIfAbsent(record.machine().number(), _ -> new HashMap<>())
                    .merge(joined.root(record.facts().hostId()), 1L, Long::sum);
        }
    }

    /** True unless it hangs together with less than half of its machine's other records. */
    boolean hangsTogether(Labelled record) {
        var ofMachine = groups.getOrDefault(record.machine().number(), Map.of());
        var all = ofMachine.values().stream().mapToLong(n -> n).sum();
        return all == 1
                || (ofMachine.getOrDefault(joined.root(record.facts().hostId()), 0L) - 1) * 2
                        >= all - 1;
    }

    boolean test(PairScore.Pair pair) {
        return joined.root(pair.one().facts().hostId())
                .equals(joined.root(pair.other().facts().hostId()));
    }
}
