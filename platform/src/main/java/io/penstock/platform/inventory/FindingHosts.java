package io.penstock.platform.inventory;

import io.penstock.platform.inventory.FindingPage.SpokenHost;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Finds the assets that findings belong to. An unknown host becomes a minimal record, marked as
 * such, and is identified; a host whose own record was rejected takes its findings down with it
 * (B-05, B-15). Afterwards no host moves to another asset until the transaction ends.
 */
@Component
class FindingHosts {

    private static final String KNOWN =
            """
            select host_id, minimal, first_seen, last_seen from asset_source
            where tenant_id = ? and host_id = any (?)
            """;

    private static final String REJECTED =
            "select host_id, reason from rejected_host where tenant_id = ? and host_id = any (?)";

    private static final String ASSETS =
            "select host_id, asset_id from asset_source where tenant_id = ? and host_id = any (?)";

    private final MinimalHosts minimal;
    private final HostIdentity identity;

    FindingHosts(MinimalHosts minimal, HostIdentity identity) {
        this.minimal = minimal;
        this.identity = identity;
    }

    /**
     * @param assets host id → asset id
     * @param refused host id → why its own record was rejected
     */
    record Resolved(Map<UUID, UUID> assets, Map<UUID, String> refused) {}

    private record Known(boolean minimal, Instant firstSeen, Instant lastSeen) {

        /** False when the record says no more of the host than is known already. */
        boolean widenedBy(SpokenHost host) {
            return minimal
                    && (host.firstFound().isBefore(firstSeen)
                            || host.lastFound().isAfter(lastSeen));
        }
    }

    /** The loads of a connection take turns, so which of its hosts are known stays true. */
    Resolved resolve(Connection connection, LoadContext context, Map<UUID, SpokenHost> hosts)
            throws SQLException {
        var known = known(connection, context, hosts.keySet());
        var unknown = hosts.keySet().stream().filter(host -> !known.containsKey(host)).toList();
        var refused = refused(connection, context, unknown);
        var writes = new TreeMap<UUID, SpokenHost>();
        hosts.forEach((id, host) -> {
            var stored = known.get(id);
            if (stored == null ? !refused.containsKey(id) : stored.widenedBy(host)) {
                writes.put(id, host);
            }
        });
        if (writes.isEmpty()) {
            IdentityLock.shared(connection, context.tenantId());
        } else {
            IdentityLock.exclusive(connection, context.tenantId());
            minimal.write(connection, context, writes);
            identity.changed(connection, context, writes.keySet());
        }
        return new Resolved(assets(connection, context, hosts.keySet()), refused);
    }

    private static Map<UUID, Known> known(
            Connection connection, LoadContext context, Collection<UUID> hosts)
            throws SQLException {
        var known = new HashMap<UUID, Known>();
        RowsById.select(
                connection,
                KNOWN,
                context.tenantId(),
                hosts,
                row ->
                        known.put(
                                row.getObject(1, UUID.class),
                                new Known(
                                        row.getBoolean(2),
                                        row.getTimestamp(3).toInstant(),
                                        row.getTimestamp(4).toInstant())));
        return known;
    }

    private static Map<UUID, String> refused(
            Connection connection, LoadContext context, List<UUID> unknown) throws SQLException {
        var refused = new HashMap<UUID, String>();
        RowsById.select(
                connection,
                REJECTED,
                context.tenantId(),
                unknown,
                row -> refused.put(row.getObject(1, UUID.class), row.getString(2)));
        return refused;
    }

    private static Map<UUID, UUID> assets(
            Connection connection, LoadContext context, Collection<UUID> hosts)
            throws SQLException {
        var assets = new HashMap<UUID, UUID>();
        RowsById.select(
                connection,
                ASSETS,
                context.tenantId(),
                hosts,
                row -> assets.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        return assets;
    }
}
