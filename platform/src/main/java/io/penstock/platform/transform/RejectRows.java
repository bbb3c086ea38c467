package io.penstock.platform.transform;

import io.penstock.core.value.Shown;
import io.penstock.platform.inventory.RejectedRecord;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts rejected records into quarantine, and takes those out of which a page brings the same or a
 * later version. Per record only the newest rejection is open.
 */
@Component
class RejectRows {

    private static final int KEY_MAX = 512;
    private static final int FIELD_MAX = 200;

    private static final String REJECT =
            """
            insert into rejected_record (tenant_id, page_id, record_index, run_id, stream, record_key,
                field, reason, excerpt, connection_id, map_id, evidence_run)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OPEN =
            """
            select exists (select from rejected_record where tenant_id = ? and connection_id = ?
                and stream = ? and resolved_run is null)
            """;

    private static final String CLOSE =
            """
            update rejected_record set resolved_run = ?, resolution = ?
            where tenant_id = ? and connection_id = ? and stream = ? and record_key = any (?)
              and record_key <> '' and evidence_run <= ? and page_id <> ? and resolved_run is null
            """;

    /** Records without a key are known by their place in the stored page. */
    private static final String CLOSE_NAMELESS =
            """
            update rejected_record q set resolved_run = ?, resolution = ?
            from raw_page p
            where q.tenant_id = ? and q.evidence_run = ? and q.record_key = ''
              and q.resolved_run is null and q.record_index = any (?) and q.page_id <> ?
              and p.tenant_id = q.tenant_id and p.page_id = q.page_id
              and coalesce(p.source_page, p.page_id) = ?
            """;

    private final JdbcClient jdbc;

    RejectRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the quarantine holds records of the page's stream. */
    boolean anyOpen(LeasedPage page) {
        return jdbc.sql(OPEN)
                .params(page.context().tenantId(), page.context().connectionId(), page.stream())
                .query(Boolean.class)
                .single();
    }

    /** Closes what the page settles, then keeps what it rejects. */
    void keep(
            Connection connection,
            LeasedPage page,
            PageReader reader,
            Map<Integer, String> keys,
            List<RejectedRecord> rejected)
            throws SQLException {
        close(connection, page, keys, rejected);
        insert(connection, page, reader, rejected);
    }

    private static void close(
            Connection connection,
            LeasedPage page,
            Map<Integer, String> keys,
            List<RejectedRecord> rejected)
            throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        var refused = rejected.stream().map(RejectedRecord::index).collect(Collectors.toSet());
        var mapped = new ArrayList<Integer>();
        var again = new ArrayList<Integer>();
        keys.keySet().forEach(index -> (refused.contains(index) ? again : mapped).add(index));
        close(connection, page, keys, mapped, "MAPPED");
        close(connection, page, keys, again, "REJECTED_AGAIN");
    }

    private static void close(
            Connection connection,
            LeasedPage page,
            Map<Integer, String> keys,
            List<Integer> indexes,
            String resolution)
            throws SQLException {
        if (indexes.isEmpty()) {
            return;
        }
        var context = page.context();
        try (var close = connection.prepareStatement(CLOSE)) {
            close.setLong(1, context.runId());
            close.setString(2, resolution);
            close.setInt(3, context.tenantId());
            close.setInt(4, context.connectionId());
            close.setString(5, page.stream());
            var names = indexes.stream().map(index -> cut(keys.getOrDefault(index, ""), KEY_MAX));
            close.setArray(6, connection.createArrayOf("text", names.toArray()));
            close.setLong(7, context.evidence());
            close.setLong(8, page.pageId());
            close.executeUpdate();
        }
        closeNameless(connection, page, indexes, resolution);
    }

    private static void closeNameless(
            Connection connection, LeasedPage page, List<Integer> indexes, String resolution)
            throws SQLException {
        var source = page.origin().sourcePage();
        if (source == null) {
            return;
        }
        try (var close = connection.prepareStatement(CLOSE_NAMELESS)) {
            close.setLong(1, page.context().runId());
            close.setString(2, resolution);
            close.setInt(3, page.context().tenantId());
            close.setLong(4, page.context().evidence());
            close.setArray(5, connection.createArrayOf("int4", indexes.toArray()));
            close.setLong(6, page.pageId());
            close.setLong(7, source);
            close.executeUpdate();
        }
    }

    private static void insert(
            Connection connection,
            LeasedPage page,
            PageReader reader,
            List<RejectedRecord> rejected)
            throws SQLException {
        if (rejected.isEmpty()) {
            return;
        }
        var excerpts = reader.excerpts(page.body(), page.encoding());
        try (var insert = connection.prepareStatement(REJECT)) {
            for (var record : rejected) {
                bind(insert, page, record, excerpts.get(record.index()));
            }
            insert.executeBatch();
        }
    }

    private static void bind(
            PreparedStatement insert, LeasedPage page, RejectedRecord record, String excerpt)
            throws SQLException {
        var context = page.context();
        insert.setInt(1, context.tenantId());
        insert.setLong(2, page.pageId());
        insert.setInt(3, record.index());
        insert.setLong(4, context.runId());
        insert.setString(5, page.stream());
        insert.setString(6, cut(record.recordKey(), KEY_MAX));
        insert.setString(7, cut(record.field(), FIELD_MAX));
        insert.setString(8, record.reason());
        insert.setString(9, excerpt);
        insert.setInt(10, context.connectionId());
        insert.setInt(11, page.mapId());
        insert.setLong(12, context.evidence());
        insert.addBatch();
    }

    /** PostgreSQL takes no NUL in a text. */
    private static String cut(String text, int max) {
        var clean = text.replace("\0", "");
        return Shown.cut(clean, max);
    }
}
