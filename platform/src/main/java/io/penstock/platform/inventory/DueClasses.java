package io.penstock.platform.inventory;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The classes of records that are to be grouped anew: the rows of {@code finding_regroup}. */
@Component
class DueClasses {

    private static final int AT_ONCE = 1_000;

    private static final String TENANT =
            "select tenant_id from finding_regroup order by tenant_id limit 1";

    private static final String TAKE =
            """
            delete from finding_regroup where ctid = any (array(
                select ctid from finding_regroup where tenant_id = ?
                order by asset_id, match_key limit ?))
            returning asset_id, match_key
            """;

    /** The loads of all connections of a tenant that may write to its assets. */
    private static final String CONNECTIONS =
            """
            select pg_advisory_xact_lock(tenant_id, connection_id) from (
                select tenant_id, connection_id from connection where tenant_id = ?
                order by connection_id) c
            """;

    private final JdbcTemplate jdbc;
    private final FindingClasses classes;

    DueClasses(JdbcTemplate jdbc, FindingClasses classes) {
        this.jdbc = jdbc;
        this.classes = classes;
    }

    /** Groups some classes anew; false when none was due. */
    @Transactional
    boolean regroupSome() {
        return Boolean.TRUE.equals(
                jdbc.execute((ConnectionCallback<Boolean>) DueClasses.this::regroupSome));
    }

    /** Locks come before rows: who deletes a connection holds them and marks classes, too. */
    private boolean regroupSome(Connection connection) throws SQLException {
        var tenant = tenant(connection);
        if (tenant.isEmpty()) {
            return false;
        }
        lock(connection, tenant.getAsInt());
        classes.regroup(
                connection, tenant.getAsInt(), take(connection, tenant.getAsInt()), List.of());
        return true;
    }

    private static OptionalInt tenant(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(TENANT);
                var row = select.executeQuery()) {
            return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
        }
    }

    private static Set<FindingClass> take(Connection connection, int tenantId) throws SQLException {
        var due = new TreeSet<FindingClass>();
        try (var take = connection.prepareStatement(TAKE)) {
            take.setInt(1, tenantId);
            take.setInt(2, AT_ONCE);
            try (var rows = take.executeQuery()) {
                while (rows.next()) {
                    due.add(new FindingClass(rows.getObject(1, UUID.class), rows.getLong(2)));
                }
            }
        }
        return due;
    }

    private static void lock(Connection connection, int tenantId) throws SQLException {
        try (var lock = connection.prepareStatement(CONNECTIONS)) {
            lock.setInt(1, tenantId);
            lock.execute();
        }
        IdentityLock.shared(connection, tenantId);
    }
}
