package io.penstock.platform.identity;

import io.penstock.core.identity.Decision;
import io.penstock.core.identity.IdentificationRule;
import io.penstock.core.identity.RuleKeys;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The stored neighbourhood and what rules that are not in use would add to it.
 *
 * @param fresh the rules whose keys {@link SimulatedKeys} has prepared
 */
record SimulatedNeighbours(
        Neighbours stored, Connection connection, Collection<IdentificationRule> fresh)
        implements Neighbours {

    /** Keys of rules that are not in use count as weaker than any other. */
    @Override
    public int weakest() {
        return fresh.isEmpty() ? stored.weakest() : stored.weakest() + 1;
    }

    @Override
    public List<StoredHost> load(Collection<UUID> hosts) throws SQLException {
        return stored.load(hosts);
    }

    @Override
    public Collection<UUID> keys(StoredHost host) {
        var keys = new HashSet<>(stored.keys(host));
        keys.addAll(RuleKeys.of(Facts.of(host), fresh));
        return keys;
    }

    /** The hash of a key names its rule, so no key is of both kinds. */
    @Override
    public Map<UUID, Set<UUID>> holders(Collection<UUID> keys, int placeMax) throws SQLException {
        var holders = new HashMap<>(stored.holders(keys, placeMax));
        if (placeMax > stored.weakest()) {
            holders.putAll(SimulatedKeys.holders(connection, keys));
        }
        return holders;
    }

    @Override
    public List<Decision> decisions(Collection<UUID> hosts) throws SQLException {
        return stored.decisions(hosts);
    }
}
