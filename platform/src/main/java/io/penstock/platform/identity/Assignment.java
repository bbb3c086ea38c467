package io.penstock.platform.identity;

import static java.util.stream.Collectors.toMap;

import io.penstock.core.identity.Cluster;
import io.penstock.core.identity.IdentificationLog;
import io.penstock.core.identity.Identified;
import io.penstock.core.identity.SharedValue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which asset each of some records is, beside what the database says of it. One thread. */
final class Assignment {

    private final Map<UUID, StoredHost> rows = new HashMap<>();
    private final Map<UUID, Cluster> clusters = new LinkedHashMap<>();
    private final Map<UUID, IdentificationLog> logs = new HashMap<>();
    private final List<SharedValue> suspicious = new ArrayList<>();
    private final Set<UUID> changed = new HashSet<>();
    private final Set<UUID> asked = new HashSet<>();
    private final Set<UUID> gone = new HashSet<>();

    /** Notes a host whose record has changed: its asset is written in any case. */
    void changed(UUID host) {
        changed.add(host);
    }

    /** A host that shares nothing with another one. */
    void alone(StoredHost row) {
        rows.put(row.hostId(), row);
        clusters.put(row.hostId(), new Cluster(row.hostId(), List.of(row.hostId())));
    }

    /** Records that are no more; the assets they were in are looked at again. */
    void gone(Collection<StoredHost> removed) {
        removed.forEach(row -> gone.add(row.assetId()));
    }

    void identified(Collection<StoredHost> component, Identified result) {
        component.forEach(row -> rows.put(row.hostId(), row));
        result.clusters().forEach(cluster -> clusters.put(cluster.assetId(), cluster));
        logs.putAll(result.logs());
        suspicious.addAll(result.suspicious());
    }

    Set<UUID> hosts() {
        return rows.keySet();
    }

    /** Assets of compared hosts, as the database has them, that this has not told before. */
    List<UUID> newAssets() {
        var fresh = new ArrayList<UUID>();
        for (var host : logs.keySet()) {
            var row = rows.get(host);
            if (row != null && asked.add(row.assetId())) {
                fresh.add(row.assetId());
            }
        }
        gone.stream().filter(asked::add).forEach(fresh::add);
        return fresh;
    }

    /** Host → new asset, of the records that belong to another asset than before. */
    Map<UUID, UUID> moves() {
        var moves = new LinkedHashMap<UUID, UUID>();
        for (var cluster : clusters.values()) {
            for (var host : cluster.hostIds()) {
                var row = rows.get(host);
                if (row != null && !row.assetId().equals(cluster.assetId())) {
                    moves.put(host, cluster.assetId());
                }
            }
        }
        return moves;
    }

    /** Assets that have no record any more. */
    Set<UUID> emptied() {
        var emptied = new HashSet<>(gone);
        rows.values().forEach(row -> emptied.add(row.assetId()));
        emptied.removeAll(clusters.keySet());
        return emptied;
    }

    /** Assets with a changed record, a new one, or one less. */
    List<AssetValues> touched() {
        var moves = moves();
        var assets = new HashSet<>(moves.values());
        assets.addAll(gone);
        moves.keySet().forEach(host -> assets.add(row(host).assetId()));
        var touched = new ArrayList<AssetValues>();
        for (var cluster : clusters.values()) {
            if (assets.contains(cluster.assetId())
                    || cluster.hostIds().stream().anyMatch(changed::contains)) {
                var members = cluster.hostIds().stream().map(this::row).toList();
                touched.add(AssetValues.of(cluster.assetId(), members));
            }
        }
        return touched;
    }

    StoredHost row(UUID host) {
        var row = rows.get(host);
        if (row == null) {
            throw new IllegalStateException("no record of host " + host);
        }
        return row;
    }

    /** The logs of some hosts; a host that was compared with nobody has none. */
    Map<UUID, IdentificationLog> logs(Collection<UUID> hosts) {
        return hosts.stream().filter(logs::containsKey).collect(toMap(h -> h, this::log));
    }

    private IdentificationLog log(UUID host) {
        var log = logs.get(host);
        if (log == null) {
            throw new IllegalStateException("host " + host + " was compared with nobody");
        }
        return log;
    }

    /** Logs that name other assets for a person to decide on. */
    List<IdentificationLog> ambiguous() {
        return logs.values().stream().filter(log -> !log.suggestions().isEmpty()).toList();
    }

    List<SharedValue> suspicious() {
        return List.copyOf(suspicious);
    }
}
