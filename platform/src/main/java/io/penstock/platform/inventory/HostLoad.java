package io.penstock.platform.inventory;

import io.penstock.core.identify.StableId;
import io.penstock.platform.reading.Watermarks;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Loads the hosts of one page. A source record becomes an asset of its own: the native key is the
 * vendor's host key (ADR 0007).
 */
@Component
public class HostLoad {

    private static final String STORED =
            """
            select host_id, asset_id, content_hash, changed_at, changed_run, minimal
            from asset_source where tenant_id = ? and host_id = any (?)
            """;

    private final HostRows rows;
    private final Watermarks watermarks;

    HostLoad(HostRows rows, Watermarks watermarks) {
        this.rows = rows;
        this.watermarks = watermarks;
    }

    private record Stored(UUID assetId, RecordVersion version, boolean minimal) {}

    /** A host to write, with its content as JSON. */
    record Write(MappedHost host, UUID assetId, UUID hash, String attributes, boolean fresh) {}

    /**
     * @param hosts mapped hosts of the page
     * @param refused host ids whose own record was rejected, with the reason
     * @param rejected the page's rejected records, for the ledger
     */
    public LoadResult load(
            Connection connection,
            LoadContext context,
            List<MappedHost> hosts,
            Map<UUID, String> refused,
            List<RejectedRecord> rejected)
            throws SQLException {
        LoadLock.take(connection, context);
        var stored = stored(connection, context, hosts);
        var writes = new LinkedHashMap<UUID, Write>();
        var tally = new Tally();
        var ids = new StableId();
        for (var host : hosts) {
            decide(host, context, stored, writes, tally, ids);
        }
        if (rows.accepted(connection, context, hosts)) {
            watermarks.forgetFindings(context.tenantId(), context.runId());
        }
        rows.write(connection, context, writes.values());
        rows.refused(connection, context, refused);
        return new LoadResult(tally.ledger(rejected.size()), rejected);
    }

    private void decide(
            MappedHost host,
            LoadContext context,
            Map<UUID, Stored> stored,
            Map<UUID, Write> writes,
            Tally tally,
            StableId ids) {
        var attributes = HostAttributes.json(host.target());
        var hash = ids.with(attributes).with(host.changedAt().toEpochMilli()).take();
        var version =
                new RecordVersion(host.changedAt(), context.evidence(), context.runId(), hash);
        var old = stored.get(host.hostId());
        if (old != null && !old.minimal() && old.version().contentHash().equals(hash)) {
            tally.unchanged();
            return;
        }
        if (old != null && !old.minimal() && !version.youngerThan(old.version())) {
            tally.superseded();
            return;
        }
        var earlier = writes.get(host.hostId());
        var fresh = earlier == null ? old == null : earlier.fresh();
        var assetId = old == null ? host.hostId() : old.assetId();
        writes.put(host.hostId(), new Write(host, assetId, hash, attributes, fresh));
        if (old == null) {
            tally.created();
        } else {
            tally.updated();
        }
        stored.put(host.hostId(), new Stored(assetId, version, false));
    }

    private static Map<UUID, Stored> stored(
            Connection connection, LoadContext context, List<MappedHost> hosts)
            throws SQLException {
        var found = new HashMap<UUID, Stored>();
        try (var select = connection.prepareStatement(STORED)) {
            select.setInt(1, context.tenantId());
            var keys = hosts.stream().map(MappedHost::hostId).distinct().toArray();
            select.setArray(2, connection.createArrayOf("uuid", keys));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            rows.getObject(1, UUID.class),
                            new Stored(
                                    rows.getObject(2, UUID.class),
                                    new RecordVersion(
                                            rows.getTimestamp(4).toInstant(),
                                            context.evidence(rows.getLong(5)),
                                            rows.getLong(5),
                                            rows.getObject(3, UUID.class)),
                                    rows.getBoolean(6)));
                }
            }
        }
        return found;
    }
}
