package io.penstock.platform.identity;

import io.penstock.core.identity.Decision;
import io.penstock.platform.identity.Walk.Linked;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the complete sets of hosts that hang together. From a set that is too large to be compared
 * the keys of the weakest rules are left out, one rule after the other.
 */
@Component
class Closure {

    /** The largest set of hosts that is compared with each other. */
    static final int HOSTS_MAX = 2_000;

    private final HostStore hosts;
    private final HostKeys keys;
    private final DecisionRows decisions;

    Closure(HostStore hosts, HostKeys keys, DecisionRows decisions) {
        this.hosts = hosts;
        this.keys = keys;
        this.decisions = decisions;
    }

    private record Stored(Connection connection, int tenantId, Closure tables)
            implements Neighbours {

        @Override
        public int weakest() {
            return RuleBook.PLACES - 1;
        }

        @Override
        public List<StoredHost> load(Collection<UUID> some) throws SQLException {
            return tables.hosts.load(connection, tenantId, some);
        }

        @Override
        public Collection<UUID> keys(StoredHost host) {
            return host.keys();
        }

        @Override
        public Map<UUID, Set<UUID>> holders(Collection<UUID> some, int placeMax)
                throws SQLException {
            return tables.keys.holders(connection, tenantId, some, placeMax);
        }

        @Override
        public List<Decision> decisions(Collection<UUID> some) throws SQLException {
            return tables.decisions.effective(connection, tenantId, some);
        }
    }

    /** The neighbourhood as it is stored. */
    Neighbours stored(Connection connection, int tenantId) {
        return new Stored(connection, tenantId, this);
    }

    /** The sets that the given hosts are in. */
    static List<Linked> of(Neighbours neighbours, Collection<UUID> from) throws SQLException {
        var sets = new ArrayList<Linked>();
        Set<UUID> open = new HashSet<>(from);
        var place = neighbours.weakest();
        while (!open.isEmpty()) {
            var walk = new Walk(neighbours, place).from(open);
            sets.addAll(walk.sets(place == 0));
            if (place == 0) {
                break;
            }
            open.retainAll(walk.tooLarge());
            place--;
        }
        return sets;
    }
}
