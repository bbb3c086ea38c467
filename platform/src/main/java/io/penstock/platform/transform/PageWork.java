package io.penstock.platform.transform;

import io.penstock.platform.inventory.FindingLoad;
import io.penstock.platform.inventory.HostLoad;
import io.penstock.platform.inventory.LoadResult;
import io.penstock.platform.inventory.RejectedRecord;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

/**
 * Transforms one page: parse and map without a transaction, then load, keep the rejects and mark
 * the page as done in one. Either all of it happens or none.
 */
@Component
class PageWork {

    private static final Logger LOG = LoggerFactory.getLogger(PageWork.class);

    private static final String REJECT =
            """
            insert into rejected_record (tenant_id, page_id, record_index, run_id, stream, record_key,
                field, reason, excerpt)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final int KEY_MAX = 512;

    private final MapLibrary maps;
    private final PageQueue queue;
    private final HostLoad hostLoad;
    private final FindingLoad findingLoad;
    private final TransactionTemplate transaction;
    private final DataSource dataSource;

    PageWork(
            MapLibrary maps,
            PageQueue queue,
            HostLoad hostLoad,
            FindingLoad findingLoad,
            TransactionTemplate transaction,
            DataSource dataSource) {
        this.maps = maps;
        this.queue = queue;
        this.hostLoad = hostLoad;
        this.findingLoad = findingLoad;
        this.transaction = transaction;
        this.dataSource = dataSource;
    }

    /** Loads a mapped page on the transaction's connection. */
    private interface Load {
        LoadResult on(Connection connection) throws SQLException;
    }

    void transform(LeasedPage page) {
        var context = page.context();
        var plan = maps.plan(context.tenantId(), page.mapId(), page.connectorKey(), page.stream());
        var reader = new PageReader(plan.spec().records(), plan.map().projection());
        if (page.hosts()) {
            var hosts = new HostMapping(plan, page.connection());
            reader.read(page.body(), page.encoding(), hosts);
            say(page, hosts.warnings());
            commit(
                    page,
                    reader,
                    c ->
                            hostLoad.load(
                                    c, context, hosts.hosts(), hosts.refused(), hosts.rejected()));
        } else {
            var findings = new FindingMapping(plan, page.connection());
            reader.read(page.body(), page.encoding(), findings);
            say(page, findings.warnings());
            commit(page, reader, c -> findingLoad.load(c, context, findings.page()));
        }
    }

    private static void say(LeasedPage page, int warnings) {
        if (warnings > 0) {
            LOG.warn(
                    "page {} of {}: {} values did not fit their row of the map and were passed on"
                            + " or left out of a list",
                    page.pageId(),
                    page.stream(),
                    warnings);
        }
    }

    private void commit(LeasedPage page, PageReader reader, Load load) {
        transaction.executeWithoutResult(status -> {
            var connection = DataSourceUtils.getConnection(dataSource);
            try {
                var result = load.on(connection);
                keep(connection, page, reader, result.rejected());
                if (!queue.done(page, result.ledger())) {
                    // Another worker has the page by now, and its commit will count.
                    status.setRollbackOnly();
                }
            } catch (SQLException e) {
                throw new PageLoadException(page, e);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        });
    }

    private static void keep(
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
                var key = record.recordKey();
                insert.setInt(1, page.context().tenantId());
                insert.setLong(2, page.pageId());
                insert.setInt(3, record.index());
                insert.setLong(4, page.context().runId());
                insert.setString(5, page.stream());
                insert.setString(6, key.length() > KEY_MAX ? key.substring(0, KEY_MAX) : key);
                insert.setString(7, record.field());
                insert.setString(8, record.reason());
                insert.setString(9, excerpts.get(record.index()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
