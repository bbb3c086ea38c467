package io.penstock.platform.identity;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.identity.Decision.Kind;
import io.penstock.platform.identity.DecisionOrder.Forbid;
import io.penstock.platform.identity.DecisionOrder.Merge;
import io.penstock.platform.identity.DecisionOrder.Pin;
import io.penstock.platform.identity.DecisionOrder.Split;
import io.penstock.platform.identity.DecisionTable.Pair;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which pairs of records a decision is about. */
@Component
class DecisionPairs {

    /** Most pairs of one split: it names every record that goes with every record that stays. */
    private static final int PAIRS_MAX = 5_000;

    private final HostStore hosts;
    private final DecisionRows decisions;

    DecisionPairs(HostStore hosts, DecisionRows decisions) {
        this.hosts = hosts;
        this.decisions = decisions;
    }

    List<Pair> of(Connection connection, int tenantId, DecisionOrder order) throws SQLException {
        return switch (order) {
            case Merge(var one, var other) -> merge(connection, tenantId, one, other);
            case Split(var asset, var records) -> split(connection, tenantId, asset, records);
            case Pin(var one, var other) ->
                    pair(connection, tenantId, one, other, "PIN", Kind.TOGETHER);
            case Forbid(var one, var other) ->
                    pair(connection, tenantId, one, other, "FORBID", Kind.APART);
        };
    }

    /** An asset is named after its first record, and earlier words against the merge are undone. */
    private List<Pair> merge(Connection connection, int tenantId, UUID one, UUID other)
            throws SQLException {
        requireDifferent(one, other, "assets");
        var ofOne = members(connection, tenantId, one);
        var ofOther = members(connection, tenantId, other);
        var pairs = new ArrayList<Pair>();
        for (var decision : decisions.effective(connection, tenantId, ofOne)) {
            var across =
                    (ofOne.contains(decision.a()) && ofOther.contains(decision.b()))
                            || (ofOther.contains(decision.a()) && ofOne.contains(decision.b()));
            if (across && decision.kind() == Kind.APART) {
                pairs.add(new Pair("MERGE", Kind.TOGETHER, decision.a(), decision.b()));
            }
        }
        pairs.removeIf(pair -> Set.of(pair.a(), pair.b()).equals(Set.of(one, other)));
        pairs.add(new Pair("MERGE", Kind.TOGETHER, one, other));
        return pairs;
    }

    private List<Pair> split(Connection connection, int tenantId, UUID asset, List<UUID> records)
            throws SQLException {
        var members = members(connection, tenantId, asset);
        var leaving = new HashSet<>(records);
        if (!members.containsAll(leaving) || leaving.isEmpty()) {
            throw fault(
                    "SPLIT_RECORDS",
                    "The split of asset " + asset + " needs records of it, and names others.",
                    "GET /api/v1/assets/" + asset + "/identity lists its records.");
        }
        var staying = new HashSet<>(members);
        staying.removeAll(leaving);
        if (staying.isEmpty()) {
            throw fault(
                    "SPLIT_ALL",
                    "The split of asset " + asset + " names all of its records.",
                    "Leave at least one out.");
        }
        if ((long) staying.size() * leaving.size() > PAIRS_MAX) {
            throw fault(
                    "SPLIT_SIZE",
                    "The split is about %d times %d records, at most %d pairs are allowed."
                            .formatted(leaving.size(), staying.size(), PAIRS_MAX),
                    "Split off fewer records at a time.");
        }
        var pairs = new ArrayList<Pair>();
        for (var one : leaving) {
            staying.forEach(other -> pairs.add(new Pair("SPLIT", Kind.APART, one, other)));
        }
        return pairs;
    }

    private List<Pair> pair(
            Connection connection, int tenantId, UUID one, UUID other, String action, Kind kind)
            throws SQLException {
        requireDifferent(one, other, "records");
        if (hosts.load(connection, tenantId, List.of(one, other)).isEmpty()) {
            throw new FaultException(
                    FaultKind.NOT_FOUND,
                    "RECORD_UNKNOWN",
                    "There is no record " + one + " and no record " + other + ".",
                    "GET /api/v1/assets/{id}/identity lists the records of an asset.");
        }
        return List.of(new Pair(action, kind, one, other));
    }

    private Set<UUID> members(Connection connection, int tenantId, UUID asset) throws SQLException {
        var members = Set.copyOf(hosts.idsOf(connection, tenantId, List.of(asset)));
        if (members.isEmpty()) {
            throw new FaultException(
                    FaultKind.NOT_FOUND, "ASSET_UNKNOWN", "There is no asset " + asset + ".", "");
        }
        return members;
    }

    private static void requireDifferent(UUID one, UUID other, String what) {
        if (one.equals(other)) {
            throw fault("DECISION_PAIR", "The decision needs two different " + what + ".", "");
        }
    }

    private static FaultException fault(String code, String sentence, String hint) {
        return new FaultException(FaultKind.CONFIGURATION, code, sentence, hint);
    }
}
