package io.penstock.core.identity.estate;

import io.penstock.core.identity.Decision;
import io.penstock.core.identity.HostFacts;
import io.penstock.core.identity.RuleKeys;
import io.penstock.core.identity.RuleOrder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** What the platform does: records that hang together by look-up keys and decisions. */
final class Components {

    private Components() {}

    static Collection<List<HostFacts>> of(List<HostFacts> records, List<Decision> decisions) {
        var joined = new Joined();
        decisions.forEach(d -> joined.join(d.a(), d.b()));
        for (var record : records) {
            RuleKeys.of(record, RuleOrder.DEFAULT.enabledInOrder())
                    .forEach(key -> joined.join(record.hostId(), key));
        }
        var lists = new LinkedHashMap<UUID, List<HostFacts>>();
        for (var record : records) {
            lists.computeIfAbsent(joined.root(record.hostId()), _ -> new ArrayList<>()).add(record);
        }
        return lists.values();
    }

    /** The latest of each pair; at one time APART. */
    static Collection<Decision> inForce(List<Decision> decisions) {
        var latest = new HashMap<List<UUID>, Decision>();
        for (var decision : decisions) {
            latest.merge(
                    List.of(decision.a(), decision.b()),
                    decision,
                    (one, other) -> {
                        var order = one.decidedAt().compareTo(other.decidedAt());
                        var apart = one.kind() == Decision.Kind.APART ? one : other;
                        return order == 0 ? apart : order > 0 ? one : other;
                    });
        }
        return latest.values();
    }
}
