package io.penstock.platform.inventory;

import static java.util.Objects.requireNonNull;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Moves the findings of hosts to other assets, when host records turn out to be one machine or to
 * be two. Records come together and part accordingly; moved back, everything is as it was.
 */
@Component
public class FindingMoves {

    /** Hosts whose findings are held in memory at a time; a host has up to some thousands. */
    private static final int HOSTS_AT_ONCE = 10;

    private static final String RECORDS =
            "select record_id, "
                    + RecordColumns.SHARED
                    + """
                    from source_finding where tenant_id = ? and host_id = any (?)
                    union all
                    select record_id,
                    """
                    + RecordColumns.SHARED
                    + """
                    from source_finding
                    where tenant_id = ? and asset_id = any (?) and host_id is null
                    """;

    private final FindingClasses classes;

    FindingMoves(FindingClasses classes) {
        this.classes = classes;
    }

    /**
     * The caller keeps other loads of the tenant away until its transaction ends.
     *
     * @param assets host id → the asset that its findings belong to from now on; hosts without
     *     findings, and those that are there already, cost a look-up and nothing else
     */
    public void move(Connection connection, LoadContext context, Map<UUID, UUID> assets)
            throws SQLException {
        var hosts = assets.keySet().stream().sorted().toList();
        for (var from = 0; from < hosts.size(); from += HOSTS_AT_ONCE) {
            var some = hosts.subList(from, Math.min(from + HOSTS_AT_ONCE, hosts.size()));
            move(connection, context.tenantId(), some, assets);
        }
    }

    private void move(Connection connection, int tenantId, List<UUID> hosts, Map<UUID, UUID> assets)
            throws SQLException {
        var moved = new ArrayList<RecordRow>();
        var touched = new HashSet<FindingClass>();
        for (var row : records(connection, tenantId, hosts)) {
            var now = row.on(requireNonNull(assets.get(row.place().hostId())));
            if (!now.equals(row)) {
                moved.add(now);
                touched.add(row.findingClass());
                touched.add(now.findingClass());
            }
        }
        classes.regroup(connection, tenantId, touched, moved);
    }

    private static List<RecordRow> records(Connection connection, int tenantId, List<UUID> hosts)
            throws SQLException {
        var records = new ArrayList<RecordRow>();
        try (var select = connection.prepareStatement(RECORDS)) {
            bind(connection, select, tenantId, hosts);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    records.add(RecordColumns.read(rows));
                }
            }
        }
        return records;
    }

    private static void bind(
            Connection connection, PreparedStatement select, int tenantId, List<UUID> hosts)
            throws SQLException {
        var ids = connection.createArrayOf("uuid", hosts.toArray());
        select.setInt(1, tenantId);
        select.setArray(2, ids);
        select.setInt(3, tenantId);
        select.setArray(4, ids);
    }
}
