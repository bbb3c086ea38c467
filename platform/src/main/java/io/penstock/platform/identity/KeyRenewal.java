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

    /** What is known of one key while it is decided whom its change concerns. */
    private static final class Carriers {

        private final Set<UUID> outside = new HashSet<>();
        private final Set<UUID> before = new HashSet<>();
        private final Set<UUID> after = new HashSet<>();
        private boolean many;

        private boolean uselessBefore() {
            return many || outside.size() + before.size() > HostKeys.HOLDERS_MAX;
        }

        private boolean uselessAfter() {
            return (many && before.equals(after))
                    || outside.size() + after.size() > HostKeys.HOLDERS_MAX;
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
        for (var carrier : carriers.entrySet()) {
            var at = carrier.getValue();
            if (at.outside.size() + at.after.size() > 1) {
                linked.addAll(at.after);
            }
            if (at.uselessAfter() != at.uselessBefore()) {
                affected.addAll(at.outside);
            } else if (!at.uselessBefore() && !at.after.containsAll(at.before)) {
                affected.addAll(at.outside);
            }
            if (at.many && !at.before.equals(at.after)) {
                again.add(carrier.getKey());
            }
        }
        affected.addAll(rehabilitated(connection, tenantId, again));
        affected.removeAll(changes.keySet());
        return new Renewed(linked, affected);
    }

    private Map<UUID, Carriers> carriers(
            Connection connection, int tenantId, Map<UUID, Change> changes) throws SQLException {
        var carriers = new HashMap<UUID, Carriers>();
        var asked = new ArrayList<Place>();
        changes.forEach((host, change) -> {
            for (var key : change.before()) {
                carriers.computeIfAbsent(key, _ -> new Carriers()).before.add(host);
                asked.add(new Place(key, host, 0));
            }
            for (var key : change.after().keySet()) {
                carriers.computeIfAbsent(key, _ -> new Carriers()).after.add(host);
                if (!change.before().contains(key)) {
                    asked.add(new Place(key, host, 0));
                }
            }
        });
        keys.others(connection, tenantId, asked)
                .forEach((key, hosts) -> {
                    var at = carriers.computeIfAbsent(key, _ -> new Carriers());
                    at.many = hosts.size() > HostKeys.HOLDERS_MAX;
                    hosts.stream()
                            .filter(host -> !changes.containsKey(host))
                            .forEach(at.outside::add);
                });
        return carriers;
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
        var holders = keys.holders(connection, tenantId, again, Short.MAX_VALUE);
        for (var key : again) {
            var now = holders.getOrDefault(key, Set.of());
            if (now.size() <= HostKeys.HOLDERS_MAX) {
                hosts.addAll(now);
            }
        }
        return hosts;
    }
}
