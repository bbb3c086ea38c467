package io.penstock.platform.inventory;

import static java.util.stream.Collectors.groupingBy;

import io.penstock.platform.inventory.FindingRows.FindingRow;
import io.penstock.platform.inventory.RecordRows.SharedRecord;
import io.penstock.platform.score.ScoreDue;

import org.springframework.stereotype.Component;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The classes of records that may share findings: who is in them, and grouping them anew. */
@Component
class FindingClasses {

    private static final String WANTED = " from unnest(?::uuid[], ?::bigint[]) k (a, m) join ";

    private static final String OCCUPIED =
            "select distinct f.asset_id, f.match_key"
                    + WANTED
                    + "finding f on f.tenant_id = ? and f.asset_id = k.a and f.match_key = k.m";

    private static final String FINDINGS =
            "select finding_id, "
                    + RecordColumns.SHARED
                    + ", records"
                    + WANTED
                    + "finding on tenant_id = ? and asset_id = k.a and match_key = k.m";

    private static final String RECORDS =
            "select record_id, "
                    + RecordColumns.SHARED
                    + ", finding_id"
                    + WANTED
                    + "finding_record on tenant_id = ? and asset_id = k.a and match_key = k.m";

    private static final String TRUST =
            "select connection_id, trust from connection where tenant_id = ?";

    private final FindingRows findings;
    private final RecordRows records;

    FindingClasses(FindingRows findings, RecordRows records) {
        this.findings = findings;
        this.records = records;
    }

    /** Takes one row of a look-up. */
    private interface RowSink {
        void take(ResultSet row) throws SQLException;
    }

    /** Those of the classes that have a finding. */
    Set<FindingClass> occupied(
            Connection connection, int tenantId, Collection<FindingClass> classes)
            throws SQLException {
        var occupied = new HashSet<FindingClass>();
        select(
                connection,
                OCCUPIED,
                tenantId,
                classes,
                row ->
                        occupied.add(
                                new FindingClass(row.getObject(1, UUID.class), row.getLong(2))));
        return occupied;
    }

    /**
     * Makes the findings of some classes those that their records come to. Every class that a
     * record leaves or joins has to be given.
     *
     * @param written records that are new, changed or moved
     */
    void regroup(
            Connection connection,
            int tenantId,
            Collection<FindingClass> classes,
            Collection<RecordRow> written)
            throws SQLException {
        if (classes.isEmpty()) {
            return;
        }
        var storedFindings = new HashMap<UUID, FindingRow>();
        var storedShared = new HashMap<UUID, SharedRecord>();
        read(connection, tenantId, classes, storedFindings, storedShared);
        var members = members(storedFindings, storedShared);
        written.forEach(row -> members.put(row.id(), row));
        var regrouping = new Regrouping(trust(connection, tenantId));
        var byClass = members.values().stream().collect(groupingBy(RecordRow::findingClass));
        byClass.forEach(regrouping::group);
        write(connection, tenantId, regrouping.against(storedFindings, storedShared));
        ScoreDue.mark(connection, tenantId, classes.stream().map(FindingClass::assetId).toList());
    }

    private static void read(
            Connection connection,
            int tenantId,
            Collection<FindingClass> classes,
            Map<UUID, FindingRow> storedFindings,
            Map<UUID, SharedRecord> storedShared)
            throws SQLException {
        select(
                connection,
                FINDINGS,
                tenantId,
                classes,
                row -> {
                    var values = RecordColumns.read(row);
                    storedFindings.put(values.id(), new FindingRow(values, row.getInt(28)));
                });
        select(
                connection,
                RECORDS,
                tenantId,
                classes,
                row -> {
                    var values = RecordColumns.read(row);
                    var finding = row.getObject(28, UUID.class);
                    storedShared.put(values.id(), new SharedRecord(values, finding));
                });
    }

    private static Map<UUID, RecordRow> members(
            Map<UUID, FindingRow> findings, Map<UUID, SharedRecord> shared) {
        var members = new TreeMap<UUID, RecordRow>();
        findings.values().stream()
                .filter(row -> row.records() == 1)
                .forEach(row -> members.put(row.values().id(), row.values()));
        shared.values().forEach(record -> members.put(record.values().id(), record.values()));
        return members;
    }

    private void write(Connection connection, int tenantId, Regrouping.Plan plan)
            throws SQLException {
        findings.delete(connection, tenantId, plan.deleted());
        findings.update(connection, tenantId, plan.updated());
        findings.insert(connection, tenantId, plan.inserted());
        records.replace(connection, tenantId, plan.shared(), plan.alone());
    }

    private static Map<Integer, Integer> trust(Connection connection, int tenantId)
            throws SQLException {
        var trust = new HashMap<Integer, Integer>();
        try (var select = connection.prepareStatement(TRUST)) {
            select.setInt(1, tenantId);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    trust.put(rows.getInt(1), rows.getInt(2));
                }
            }
        }
        return trust;
    }

    private static void select(
            Connection connection,
            String sql,
            int tenantId,
            Collection<FindingClass> classes,
            RowSink sink)
            throws SQLException {
        if (classes.isEmpty()) {
            return;
        }
        try (var select = connection.prepareStatement(sql)) {
            bind(connection, select, List.copyOf(classes));
            select.setInt(3, tenantId);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    sink.take(rows);
                }
            }
        }
    }

    private static void bind(
            Connection connection, PreparedStatement select, List<FindingClass> classes)
            throws SQLException {
        var assets = new ArrayList<UUID>();
        var keys = new ArrayList<Long>();
        for (var wanted : classes) {
            assets.add(wanted.assetId());
            keys.add(wanted.matchKey());
        }
        Array assetArray = connection.createArrayOf("uuid", assets.toArray());
        select.setArray(1, assetArray);
        select.setArray(2, connection.createArrayOf("bigint", keys.toArray()));
    }
}
