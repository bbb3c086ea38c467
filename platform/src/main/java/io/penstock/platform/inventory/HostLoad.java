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
 * Loads the hosts of one page: each is a source record under its vendor's host key (ADR 0007), and
 * what is new or changed is identified (ADR 0019). An unchanged page costs one look-up.
 */
@Component
public class HostLoad {

    private static final String STORED =
            """
            select host_id, content_hash, changed_at, changed_run, minimal
            from asset_source where tenant_id = ? and host_id = any (?)
            """;

    private final HostRows rows;
    private final HostIdentity identity;
    private final Watermarks watermarks;

    HostLoad(HostRows rows, HostIdentity identity, Watermarks watermarks) {
        this.rows = rows;
        this.identity = identity;
        this.watermarks = watermarks;
    }

    private record Stored(RecordVersion version, boolean minimal) {}

    /** A host to write, with its content as JSON. */
    record Write(MappedHost host, UUID hash, String attributes) {}

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
        if (!writes.isEmpty()) {
            // Before the first row: whoever holds the lock may be about to move it.
            IdentityLock.exclusive(connection, context.tenantId());
            rows.write(connection, context, writes.values());
            identity.changed(connection, context, writes.keySet());
        }
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
        writes.put(host.hostId(), new Write(host, hash, attributes));
        if (old == null) {
            tally.created();
        } else {
            tally.updated();
        }
        stored.put(host.hostId(), new Stored(version, false));
    }

    private static Map<UUID, Stored> stored(
            Connection connection, LoadContext context, List<MappedHost> hosts)
            throws SQLException {
        var found = new HashMap<UUID, Stored>();
        var ids = hosts.stream().map(MappedHost::hostId).distinct().toList();
        RowsById.select(
                connection,
                STORED,
                context.tenantId(),
                ids,
                row ->
                        found.put(
                                row.getObject(1, UUID.class),
                                new Stored(
                                        new RecordVersion(
                                                row.getTimestamp(3).toInstant(),
                                                context.evidence(row.getLong(4)),
                                                row.getLong(4),
                                                row.getObject(2, UUID.class)),
                                        row.getBoolean(5))));
        return found;
    }
}
