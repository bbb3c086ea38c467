package io.penstock.platform.identity;

import io.penstock.core.identity.IdentificationRule;
import io.penstock.core.identity.RuleKeys;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * The keys of rules that are not in use, and the hosts that share a key with another one, in
 * temporary tables that the rollback takes away.
 */
@Component
class SimulatedKeys {

    private static final int STEP = 500;
    private static final UUID LEAST = new UUID(0, 0);

    private static final String TABLES =
            """
            create temporary table simulated_key (key uuid not null, host_id uuid not null)
                on commit drop;
            create temporary table simulated_host (host_id uuid primary key) on commit drop
            """;

    private static final String INSERT =
            "insert into simulated_key (key, host_id) select * from unnest(?::uuid[], ?::uuid[])";

    private static final String INDEX =
            "create index simulated_key_key on simulated_key (key); analyze simulated_key";

    private static final String LINKED =
            """
            insert into simulated_host (host_id)
            select k.host_id from host_key k where k.tenant_id = ? and k.key in (
                select key from host_key where tenant_id = ? group by key having count(*) > 1)
            union
            select k.host_id from simulated_key k where k.key in (
                select key from simulated_key group by key having count(*) > 1)
            union
            select s.host_id from asset_source s join identity_decision d
                on d.tenant_id = s.tenant_id and d.revoked_at is null
                and s.host_id in (d.host_a, d.host_b)
            where s.tenant_id = ?
            """;

    private static final String ALONE =
            """
            select count(*) from asset_source s where s.tenant_id = ?
              and not exists (select from simulated_host h where h.host_id = s.host_id)
            """;

    private static final String HOSTS =
            "select host_id from asset_source where tenant_id = ? and host_id > ? order by host_id"
                    + " limit "
                    + STEP;

    private static final String NEXT =
            "select host_id from simulated_host where host_id > ? order by host_id limit " + STEP;

    private static final String HOLDERS =
            """
            select q.key, h.host_id from unnest(?::uuid[]) q (key)
            cross join lateral (
                select k.host_id from simulated_key k where k.key = q.key
            """
                    + "limit "
                    + HostKeys.HOLDERS_ASKED
                    + ") h";

    private final HostStore hosts;

    SimulatedKeys(HostStore hosts) {
        this.hosts = hosts;
    }

    /** No statement of the transaction takes longer. */
    void boundTime(Connection connection, Duration time) throws SQLException {
        execute(connection, "set local statement_timeout = " + time.toMillis());
    }

    /**
     * Makes the tables.
     *
     * @param fresh rules whose keys are not stored
     * @return false when the time was up before
     */
    boolean prepare(
            Connection connection,
            int tenantId,
            Collection<IdentificationRule> fresh,
            BooleanSupplier late)
            throws SQLException {
        execute(connection, TABLES);
        var from = LEAST;
        while (!fresh.isEmpty()) {
            var some = page(connection, HOSTS, tenantId, from);
            if (some.isEmpty()) {
                break;
            }
            if (late.getAsBoolean()) {
                return false;
            }
            add(connection, tenantId, fresh, some);
            from = some.getLast();
        }
        execute(connection, INDEX);
        try (var insert = connection.prepareStatement(LINKED)) {
            insert.setInt(1, tenantId);
            insert.setInt(2, tenantId);
            insert.setInt(3, tenantId);
            insert.executeUpdate();
        }
        return !late.getAsBoolean();
    }

    private void add(
            Connection connection,
            int tenantId,
            Collection<IdentificationRule> fresh,
            List<UUID> some)
            throws SQLException {
        var keys = new ArrayList<UUID>();
        var carriers = new ArrayList<UUID>();
        for (var row : hosts.load(connection, tenantId, some)) {
            for (var key : RuleKeys.of(Facts.of(row), fresh)) {
                keys.add(key);
                carriers.add(row.hostId());
            }
        }
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
            insert.setArray(2, connection.createArrayOf("uuid", carriers.toArray()));
            insert.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As {@link HostKeys#holders}. */
    static Map<UUID, Set<UUID>> holders(Connection connection, Collection<UUID> keys)
            throws SQLException {
        try (var select = connection.prepareStatement(HOLDERS)) {
            select.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
            return HostKeys.holders(select);
        }
    }

    /** How many hosts share nothing with another one. */
    long alone(Connection connection, int tenantId) throws SQLException {
        try (var select = connection.prepareStatement(ALONE)) {
            select.setInt(1, tenantId);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** How many hosts share something with another one. */
    long linked(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select count(*) from simulated_host");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The first of the hosts that share something. */
    List<UUID> first(Connection connection) throws SQLException {
        return after(connection, LEAST);
    }

    List<UUID> after(Connection connection, UUID last) throws SQLException {
        try (var select = connection.prepareStatement(NEXT)) {
            select.setObject(1, last);
            return ids(select);
        }
    }

    private static List<UUID> page(Connection connection, String sql, int tenantId, UUID last)
            throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setInt(1, tenantId);
            select.setObject(2, last);
            return ids(select);
        }
    }

    private static List<UUID> ids(PreparedStatement select) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
