package io.penstock.platform.identity;

import io.penstock.platform.identity.HostKeys.Place;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Brings the stored keys of hosts up to date, and tells whom that concerns. */
@Component
class KeyRenewal {

    private final HostKeys keys;

    KeyRenewal(HostKeys keys) {
        this.keys = keys;
    }

    /**
     * The keys of one host.
     *
     * @param known false when they have never been computed
     * @param after key → place of its rule
     */
    record Change(boolean known, Set<UUID> before, Map<UUID, Integer> after) {

        boolean any() {
            return !known || !before.equals(after.keySet());
        }
    }

    /**
     * @param linked of the changed hosts, those that share a key with another host now
     * @param affected other hosts that no longer share a key with one of them, or whose common key
     *     tells nothing any more, or something again
     */
    record Renewed(Set<UUID> linked, Set<UUID> affected) {}

    /**
     * What is known of one key while it is decided whom its change concerns.
     *
     * @param outside who carries it and has not changed
     * @param many when more carry it than count; then those outside are not all
     */
    private record Carriers(Set<UUID> before, Set<UUID> after, Set<UUID> outside, boolean many) {

        /** The changed hosts that may share the key with another host now. */
        private Set<UUID> linked() {
            return many || outside.size() + after.size() > 1 ? after : Set.of();
        }

        /** Other hosts for which it begins or ceases to count, or that lose a partner by it. */
        private Set<UUID> affected() {
            if (many) {
                return Set.of();
            }
            var useless = outside.size() + after.size() > HostKeys.HOLDERS_MAX;
            return useless || !after.containsAll(before) ? outside : Set.of();
        }

        /** Whether so few may carry it now that it counts again. */
        private boolean open() {
            return many && !after.containsAll(before);
        }
    }

    /**
     * @param changes by host id, of every host whose record changed
     */
    Renewed renew(Connection connection, int tenantId, Map<UUID, Change> changes)
            throws SQLException {
        var carriers = carriers(connection, tenantId, changes);
        write(connection, tenantId, changes);
        var linked = new HashSet<UUID>();
        var affected = new HashSet<UUID>();
        var again = new HashSet<UUID>();
        carriers.forEach((key, at) -> {
            linked.addAll(at.linked());
            affected.addAll(at.affected());
            if (at.open()) {
                again.add(key);
            }
        });
        affected.addAll(rehabilitated(connection, tenantId, again));
        affected.removeAll(changes.keySet());
        return new Renewed(linked, affected);
    }

    private Map<UUID, Carriers> carriers(
            Connection connection, int tenantId, Map<UUID, Change> changes) throws SQLException {
        var before = new HashMap<UUID, Set<UUID>>();
        var after = new HashMap<UUID, Set<UUID>>();
        changes.forEach((host, change) -> {
            carry(before, change.before(), host);
            carry(after, change.after().keySet(), host);
        });
        var all = new HashSet<>(before.keySet());
        all.addAll(after.keySet());
        var holders = keys.holders(connection, tenantId, all, HostKeys.ANY_PLACE);
        var carriers = new HashMap<UUID, Carriers>();
        for (var key : all) {
            var outside = new HashSet<>(holders.getOrDefault(key, Set.of()));
            var many = outside.size() > HostKeys.HOLDERS_MAX;
            outside.removeAll(changes.keySet());
            var was = before.getOrDefault(key, Set.of());
            carriers.put(key, new Carriers(was, after.getOrDefault(key, Set.of()), outside, many));
        }
        return carriers;
    }

    private static void carry(Map<UUID, Set<UUID>> carriers, Set<UUID> keys, UUID host) {
        keys.forEach(key -> carriers.computeIfAbsent(key, _ -> new HashSet<>()).add(host));
    }

    private void write(Connection connection, int tenantId, Map<UUID, Change> changes)
            throws SQLException {
        var gone = new ArrayList<Place>();
        var fresh = new ArrayList<Place>();
        var all = new HashMap<UUID, Collection<UUID>>();
        changes.forEach((host, change) -> {
            if (!change.any()) {
                return;
            }
            all.put(host, new TreeSet<>(change.after().keySet()));
            for (var key : change.before()) {
                if (!change.after().containsKey(key)) {
                    gone.add(new Place(key, host, 0));
                }
            }
            change.after()
                    .forEach((key, place) -> {
                        if (!change.before().contains(key)) {
                            fresh.add(new Place(key, host, place));
                        }
                    });
        });
        keys.delete(connection, tenantId, gone);
        keys.insert(connection, tenantId, fresh);
        keys.remember(connection, tenantId, all);
    }

    /** Hosts of keys that so few carry again that they count. */
    private Set<UUID> rehabilitated(Connection connection, int tenantId, Set<UUID> again)
            throws SQLException {
        var hosts = new HashSet<UUID>();
        var holders = keys.holders(connection, tenantId, again, HostKeys.ANY_PLACE);
        for (var key : again) {
            var now = holders.getOrDefault(key, Set.of());
            if (now.size() <= HostKeys.HOLDERS_MAX) {
                hosts.addAll(now);
            }
        }
        return hosts;
    }
}
