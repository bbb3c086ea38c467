package io.penstock.core.identity;

import io.penstock.core.identity.KeyIndex.Held;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the values that cannot say which machine a record is of: carried by too many, or by two
 * that are different machines for other reasons.
 */
final class SharedKeys {

    /** More records at one time are not the sources of one machine. */
    static final int SAME_TIME_MAX = 20;

    /** More records in all, one after the other, are not one machine either. */
    static final int HOLDERS_MAX = 200;

    private static final int SAMPLE_MAX = 10;
    private static final String NOT_FOLLOWED = "so many records carry it that it is not looked up";
    private static final Comparator<SharedValue> ORDER =
            Comparator.comparing(SharedValue::rule)
                    .thenComparing(SharedValue::value)
                    .thenComparing(s -> s.sample().toString());

    private final KeyIndex index;
    private final Set<UUID> leftOut;
    private final Map<UUID, SharedValue> shared = new HashMap<>();
    private final Set<UUID> tooMany = new HashSet<>();

    SharedKeys(KeyIndex index, Set<UUID> leftOut) {
        this.index = index;
        this.leftOut = leftOut;
    }

    /**
     * Judges a rule's values.
     *
     * @param entries in canonical order
     * @return those that do not count
     */
    List<Held> judge(JudgedRule rule, List<Entry> entries) {
        var found = new ArrayList<Held>();
        // Fifty addresses of the same two machines are one question.
        var asked = new HashMap<List<Integer>, String>();
        for (var held : index.all(rule.rule())) {
            var many = leftOut.contains(held.key()) ? NOT_FOLLOWED : many(held, entries);
            var reason =
                    many.isEmpty()
                            ? asked.computeIfAbsent(
                                    held.holders(), holders -> twoMachines(rule, holders, entries))
                            : many;
            if (!reason.isEmpty()) {
                add(rule, held, entries, reason);
                found.add(held);
            }
            if (!many.isEmpty()) {
                tooMany.add(held.key());
            }
        }
        return found;
    }

    Optional<SharedValue> find(UUID key) {
        return Optional.ofNullable(shared.get(key));
    }

    /** True for a value that is not even compared. */
    boolean tooMany(UUID key) {
        return tooMany.contains(key);
    }

    List<SharedValue> all() {
        return shared.values().stream().sorted(ORDER).toList();
    }

    private void add(JudgedRule rule, Held held, List<Entry> entries, String reason) {
        var ids = held.holders().stream().map(place -> entries.get(place).id()).sorted().toList();
        shared.put(
                held.key(),
                new SharedValue(
                        rule.rule().key(),
                        Sentences.value(rule.rule(), held.values()),
                        ids.size(),
                        ids.subList(0, Math.min(SAMPLE_MAX, ids.size())),
                        reason));
    }

    private static String many(Held held, List<Entry> all) {
        var count = held.holders().size();
        if (count > HOLDERS_MAX) {
            return "more than " + HOLDERS_MAX + " records carry it";
        }
        var atOnce =
                count > SAME_TIME_MAX
                        && mostAtOnce(held.holders().stream().map(all::get).toList())
                                > SAME_TIME_MAX;
        return atOnce ? "more than " + SAME_TIME_MAX + " records carry it at one time" : "";
    }

    /** The first two that carry it at one time and are different machines, as half a sentence. */
    private static String twoMachines(JudgedRule rule, List<Integer> holders, List<Entry> all) {
        var entries = holders.stream().map(all::get).toList();
        for (var i = 0; i < entries.size(); i++) {
            for (var j = i + 1; j < entries.size(); j++) {
                var one = entries.get(i);
                var other = entries.get(j);
                if (!one.life().known()
                        || !other.life().known()
                        || !one.life().sameTime(other.life())) {
                    continue;
                }
                var differences = Differences.between(one, other) & Differences.PROOF;
                if (differences != 0 && rule.matches(one, other)) {
                    return "different machines carry it: "
                            + Sentences.difference(one, other, differences);
                }
            }
        }
        return "";
    }

    private static int mostAtOnce(List<Entry> entries) {
        var always = (int) entries.stream().filter(e -> !e.life().known()).count();
        var changes = new ArrayList<long[]>();
        for (var entry : entries) {
            if (entry.life().known()) {
                changes.add(new long[] {entry.life().first(), -1});
                changes.add(new long[] {entry.life().last(), 1});
            }
        }
        // At the same instant those that come are counted before those that go.
        changes.sort(Comparator.comparingLong((long[] c) -> c[0]).thenComparingLong(c -> c[1]));
        var now = always;
        var most = always;
        for (var change : changes) {
            now -= (int) change[1];
            most = Math.max(most, now);
        }
        return most;
    }
}
