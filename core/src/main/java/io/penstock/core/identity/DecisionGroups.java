package io.penstock.core.identity;

import io.penstock.core.identity.Decision.Kind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Records that are one asset so far: by decisions from the start, by rules as they are judged. No
 * group ever holds two records that a decision keeps apart.
 *
 * <p>Of several decisions on one pair the latest counts. TOGETHER is followed latest first; one
 * that would put two records together that are kept apart is not followed.
 */
final class DecisionGroups {

    private static final Comparator<Decision> BY_PAIR =
            Comparator.comparing(Decision::a).thenComparing(Decision::b);

    private final Map<UUID, UUID> parents = new HashMap<>();
    private final Map<UUID, List<Decision>> apartOfGroup = new HashMap<>();
    private final Map<UUID, List<Decision>> ofHost = new HashMap<>();
    private final Map<Decision, Decision> notFollowed = new HashMap<>();

    DecisionGroups(Collection<Decision> decisions) {
        var inForce = latestPerPair(decisions);
        for (var decision : inForce) {
            ofHost.computeIfAbsent(decision.a(), _ -> new ArrayList<>()).add(decision);
            ofHost.computeIfAbsent(decision.b(), _ -> new ArrayList<>()).add(decision);
            if (decision.kind() == Kind.APART) {
                apartOf(decision.a()).add(decision);
                apartOf(decision.b()).add(decision);
            }
        }
        inForce.stream()
                .filter(d -> d.kind() == Kind.TOGETHER)
                .sorted(Comparator.comparing(Decision::decidedAt).reversed().thenComparing(BY_PAIR))
                .forEach(this::follow);
    }

    /** The decision that keeps the groups of two records apart. */
    Optional<Decision> between(UUID one, UUID other) {
        var left = root(one);
        var right = root(other);
        for (var decision : apartOfGroup.getOrDefault(left, List.of())) {
            if (root(decision.a()).equals(right) || root(decision.b()).equals(right)) {
                return Optional.of(decision);
            }
        }
        return Optional.empty();
    }

    /** Makes two records' groups one; the caller has asked {@link #between}. */
    void join(UUID one, UUID other) {
        var left = root(one);
        var right = root(other);
        if (left.equals(right)) {
            return;
        }
        var bigger = apartOf(left).size() > apartOf(right).size() ? left : right;
        var smaller = bigger.equals(left) ? right : left;
        apartOf(bigger).addAll(apartOf(smaller));
        apartOfGroup.remove(smaller);
        parents.put(smaller, bigger);
    }

    private List<Decision> apartOf(UUID root) {
        return apartOfGroup.computeIfAbsent(root, _ -> new ArrayList<>());
    }

    /** The same for all records of a group. */
    UUID root(UUID id) {
        var root = id;
        for (var up = parents.get(root); up != null && !up.equals(root); up = parents.get(root)) {
            root = up;
        }
        for (var at = id; !at.equals(root); ) {
            var next = parents.put(at, root);
            at = next == null ? root : next;
        }
        return root;
    }

    /** The decisions in force that name a record, by pair. */
    List<Decision> of(UUID host) {
        return ofHost.getOrDefault(host, List.of());
    }

    /** The decision because of which a TOGETHER is not followed. */
    Optional<Decision> against(Decision together) {
        return Optional.ofNullable(notFollowed.get(together));
    }

    private void follow(Decision together) {
        between(together.a(), together.b())
                .ifPresentOrElse(
                        against -> notFollowed.put(together, against),
                        () -> join(together.a(), together.b()));
    }

    private static List<Decision> latestPerPair(Collection<Decision> decisions) {
        var latest = new HashMap<List<UUID>, Decision>();
        for (var decision : decisions) {
            latest.merge(List.of(decision.a(), decision.b()), decision, DecisionGroups::later);
        }
        return latest.values().stream().sorted(BY_PAIR).toList();
    }

    private static Decision later(Decision one, Decision other) {
        var order = one.decidedAt().compareTo(other.decidedAt());
        if (order == 0) {
            return one.kind() == Kind.APART ? one : other;
        }
        return order > 0 ? one : other;
    }
}
