package io.penstock.core.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * Says which records are one machine: a function of the records, the rules and the decisions (ADR
 * 0019).
 *
 * <p>Values that provably different machines carry, or too many, do not count. Records are judged
 * those with the strongest identifiers first; each joins the group that the first deciding rule of
 * its connection finds, unless any record of the group speaks against it; of several groups the
 * tie-break takes one. In the end groups that a person put together are one asset.
 *
 * <p>Example: {@code Identification.of(records, _ -> RuleOrder.DEFAULT, List.of()).clusters()}.
 */
public final class Identification {

    private static final Set<List<Identifier>> FIRST =
            Set.of(List.of(Identifier.MAC), List.of(Identifier.HOSTNAME));

    private final List<Entry> entries;
    private final Map<Integer, RuleOrder> orders = new TreeMap<>();
    private final Map<String, JudgedRule> rules = new LinkedHashMap<>();
    private final KeyIndex index;

    private Identification(Collection<HostFacts> component, IntFunction<RuleOrder> rulesOf) {
        entries = component.stream().map(Entry::of).sorted(Entry.CANONICAL).toList();
        for (var entry : entries) {
            orders.computeIfAbsent(entry.facts().connectionId(), rulesOf::apply);
        }
        for (var order : orders.values()) {
            order.enabledInOrder().stream()
                    .filter(rule -> !rule.attributes().isEmpty())
                    .forEach(rule -> rules.putIfAbsent(rule.key(), JudgedRule.of(rule)));
        }
        index = new KeyIndex(entries, rules.values());
    }

    /** As {@link #of(Collection, IntFunction, Collection, Set)}, with no keys left out. */
    public static Identified of(
            Collection<HostFacts> component,
            IntFunction<RuleOrder> rulesOfConnection,
            Collection<Decision> decisions) {
        return of(component, rulesOfConnection, decisions, Set.of());
    }

    /**
     * Identifies records. The result is a function of the three sets; the order of the collections
     * does not matter.
     *
     * @param component records, closed under shared look-up keys ({@link RuleKeys}) and decisions,
     *     also decisions over records that are not there; several components at once give the same
     *     as each alone
     * @param rulesOfConnection by connection id; called once for each connection
     * @param decisions those not revoked; such as do not concern the records change nothing
     * @param leftOut keys that the caller did not follow because too many records carry them: they
     *     do not count
     */
    public static Identified of(
            Collection<HostFacts> component,
            IntFunction<RuleOrder> rulesOfConnection,
            Collection<Decision> decisions,
            Set<UUID> leftOut) {
        return new Identification(component, rulesOfConnection)
                .run(new DecisionGroups(decisions), leftOut);
    }

    /**
     * The {@linkplain Identified#clusters clusters} alone, for who does not ask why.
     *
     * @see #of(Collection, IntFunction, Collection, Set)
     */
    public static List<Cluster> clusters(
            Collection<HostFacts> component,
            IntFunction<RuleOrder> rulesOfConnection,
            Collection<Decision> decisions,
            Set<UUID> leftOut) {
        var identification = new Identification(component, rulesOfConnection);
        var groups = new DecisionGroups(decisions);
        identification.placed(new SharedKeys(identification.index, leftOut), groups);
        return sorted(identification.assets(groups));
    }

    private Identified run(DecisionGroups decisions, Set<UUID> leftOut) {
        var shared = new SharedKeys(index, leftOut);
        var placement = placed(shared, decisions);
        var assets = assets(decisions);
        var writer = new LogWriter(assets, placement, decisions);
        var logs = new HashMap<UUID, IdentificationLog>();
        for (var entry : entries) {
            var order = orders.getOrDefault(entry.facts().connectionId(), RuleOrder.DEFAULT);
            logs.put(entry.id(), writer.write(entry, order));
        }
        return new Identified(sorted(assets), logs, shared.all());
    }

    private Placement placed(SharedKeys shared, DecisionGroups decisions) {
        var settled = judgeShared(shared);
        var placement = new Placement(settled, rules, index, shared, decisions);
        placement.run(orders);
        return placement;
    }

    private static List<Cluster> sorted(Map<UUID, Cluster> assets) {
        return assets.entrySet().stream()
                .filter(e -> e.getKey().equals(e.getValue().assetId()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(Cluster::assetId))
                .toList();
    }

    /** MAC addresses that move, and names that several machines have, tell less in other rules. */
    private List<Entry> judgeShared(SharedKeys shared) {
        var severals = new HashSet<String>();
        for (var judged : rules.values()) {
            var found = shared.judge(judged, entries);
            if (FIRST.contains(judged.rule().attributes())) {
                found.forEach(held -> severals.addAll(held.values()));
            }
        }
        return entries.stream().map(entry -> entry.without(severals)).toList();
    }

    /** By host id. */
    private Map<UUID, Cluster> assets(DecisionGroups decisions) {
        var members = new LinkedHashMap<UUID, List<UUID>>();
        for (var entry : entries) {
            members.computeIfAbsent(decisions.root(entry.id()), _ -> new ArrayList<>())
                    .add(entry.id());
        }
        var assets = new LinkedHashMap<UUID, Cluster>();
        for (var ids : members.values()) {
            var cluster = new Cluster(ids.getFirst(), ids);
            ids.forEach(id -> assets.put(id, cluster));
        }
        return assets;
    }
}
