package io.penstock.platform.identity;

import io.penstock.core.identity.Identification;
import io.penstock.core.identity.Identified;
import io.penstock.platform.identity.KeyRenewal.Change;
import io.penstock.platform.identity.Walk.Linked;
import io.penstock.platform.inventory.HostIdentity;
import io.penstock.platform.inventory.IdentityLock;
import io.penstock.platform.inventory.LoadContext;

import org.springframework.stereotype.Component;

import java.sql.Connection;
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
 * Makes the assets of some hosts, and of all that hang on them, those that the stored records, the
 * rules and the decisions come to, whatever they were before. A host that shares nothing with
 * another one costs no comparison.
 */
@Component
class Reidentification implements HostIdentity {

    private final RuleRows rules;
    private final HostStore hosts;
    private final KeyRenewal keys;
    private final Closure closure;
    private final DecisionRows decisions;
    private final IdentityWrites writes;

    Reidentification(
            RuleRows rules,
            HostStore hosts,
            KeyRenewal keys,
            Closure closure,
            DecisionRows decisions,
            IdentityWrites writes) {
        this.rules = rules;
        this.hosts = hosts;
        this.keys = keys;
        this.closure = closure;
        this.decisions = decisions;
        this.writes = writes;
    }

    @Override
    public void changed(Connection connection, LoadContext context, Collection<UUID> changed)
            throws SQLException {
        of(connection, Occasion.run(context), changed);
    }

    /**
     * @param changed ids of hosts whose records, rules or decisions have changed
     * @return how many records belong to another asset than before
     */
    int of(Connection connection, Occasion occasion, Collection<UUID> changed) throws SQLException {
        var tenantId = occasion.tenantId();
        IdentityLock.exclusive(connection, tenantId);
        var book = rules.book(tenantId);
        var rows = hosts.load(connection, tenantId, changed);
        var renewed = keys.renew(connection, tenantId, changes(rows, book));
        var found = new Assignment();
        rows.forEach(row -> found.changed(row.hostId()));
        var linked = linked(connection, tenantId, changed, rows, renewed);
        for (var row : rows) {
            if (!linked.contains(row.hostId())) {
                found.alone(row);
            }
        }
        compare(connection, tenantId, book, linked, found);
        return writes.apply(connection, occasion, found);
    }

    /** Takes records away for good; what they were one machine with is identified without them. */
    void without(Connection connection, Occasion occasion, Collection<UUID> some)
            throws SQLException {
        var tenantId = occasion.tenantId();
        IdentityLock.exclusive(connection, tenantId);
        var rows = hosts.load(connection, tenantId, some);
        var renewed = keys.renew(connection, tenantId, keyless(rows));
        var linked = linked(connection, tenantId, some, rows, renewed);
        hosts.delete(connection, tenantId, some);
        linked.removeAll(some);
        var found = new Assignment();
        found.gone(rows);
        compare(connection, tenantId, rules.book(tenantId), linked, found);
        writes.apply(connection, occasion, found);
        writes.forget(connection, occasion, some);
    }

    private static Map<UUID, Change> keyless(List<StoredHost> rows) {
        var changes = new HashMap<UUID, Change>();
        rows.forEach(row ->
                changes.put(
                        row.hostId(),
                        new Change(row.keysKnown(), new HashSet<>(row.keys()), Map.of())));
        return changes;
    }

    /** Brings the keys of hosts up to date with the rules, and leaves their assets for later. */
    void renewKeys(Connection connection, Occasion occasion, Collection<UUID> some)
            throws SQLException {
        var tenantId = occasion.tenantId();
        IdentityLock.exclusive(connection, tenantId);
        var rows = hosts.load(connection, tenantId, some);
        keys.renew(connection, tenantId, changes(rows, rules.book(tenantId)));
    }

    private static Map<UUID, Change> changes(List<StoredHost> rows, RuleBook book) {
        var keyed = book.keying();
        var changes = new HashMap<UUID, Change>();
        for (var row : rows) {
            var after = keyed.keys(Facts.of(row));
            changes.put(
                    row.hostId(), new Change(row.keysKnown(), new HashSet<>(row.keys()), after));
        }
        return changes;
    }

    /** Everything that has to be compared with others. */
    private Set<UUID> linked(
            Connection connection,
            int tenantId,
            Collection<UUID> changed,
            List<StoredHost> rows,
            KeyRenewal.Renewed renewed)
            throws SQLException {
        var linked = new HashSet<>(renewed.linked());
        linked.addAll(renewed.affected());
        for (var decision : decisions.effective(connection, tenantId, changed)) {
            linked.add(decision.a());
            linked.add(decision.b());
        }
        var own = new HashSet<UUID>();
        for (var row : rows) {
            if (row.assetId().equals(row.hostId())) {
                own.add(row.hostId());
            } else {
                linked.add(row.hostId());
            }
        }
        linked.addAll(hosts.othersIn(connection, tenantId, own));
        return linked;
    }

    /** Members of an asset that was are compared anew even when nothing holds them together now. */
    private void compare(
            Connection connection, int tenantId, RuleBook book, Set<UUID> linked, Assignment found)
            throws SQLException {
        Collection<UUID> open = linked;
        var neighbours = closure.stored(connection, tenantId);
        while (!open.isEmpty()) {
            for (var set : Closure.of(neighbours, open)) {
                identify(book, set, found);
            }
            var members = new ArrayList<>(hosts.idsOf(connection, tenantId, found.newAssets()));
            members.removeAll(found.hosts());
            open = members;
        }
    }

    private static void identify(RuleBook book, Linked set, Assignment found) {
        found.identified(set.hosts(), identified(book, set));
    }

    private static Identified identified(RuleBook book, Linked set) {
        var facts = set.hosts().stream().map(Facts::of).toList();
        return Identification.of(facts, book::order, set.decisions(), set.leftOut());
    }

    /** What the hosts come to now and why; writes nothing. */
    Assignment explained(Connection connection, int tenantId, Collection<UUID> some)
            throws SQLException {
        var found = new Assignment();
        compare(connection, tenantId, rules.book(tenantId), new HashSet<>(some), found);
        return found;
    }
}
