package io.penstock.platform.transform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * Transforms one page: parse and map without a transaction, then load, keep the rejects and mark
 * the page as done in one. Either all of it happens or none.
 */
@Component
class PageWork {

    private static final Logger LOG = LoggerFactory.getLogger(PageWork.class);

    private final MapLibrary maps;
    private final PageQueue queue;
    private final PageLoads loads;
    private final RejectRows rejects;
    private final TransactionTemplate transaction;
    private final DataSource dataSource;

    PageWork(
            MapLibrary maps,
            PageQueue queue,
            PageLoads loads,
            RejectRows rejects,
            TransactionTemplate transaction,
            DataSource dataSource) {
        this.maps = maps;
        this.queue = queue;
        this.loads = loads;
        this.rejects = rejects;
        this.transaction = transaction;
        this.dataSource = dataSource;
    }

    void transform(LeasedPage page) {
        var tenant = page.context().tenantId();
        var plan = maps.plan(tenant, page.mapId(), page.connectorKey(), page.stream());
        var reader = new PageReader(plan.spec().records(), plan.map().projection());
        var load = page.hosts() ? loads.hosts(page, plan) : loads.findings(page, plan);
        var gate = new RecordGate(plan, page.origin(), rejects.anyOpen(page), load.sink());
        reader.read(page.body(), page.encoding(), gate);
        say(page, load.warnings());
        commit(page, reader, gate, load);
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

    private void commit(LeasedPage page, PageReader reader, RecordGate gate, PageLoad load) {
        transaction.executeWithoutResult(status -> {
            var connection = DataSourceUtils.getConnection(dataSource);
            try {
                var result = load.on(connection).and(gate.unreadable());
                rejects.keep(connection, page, reader, gate.keys(), result.rejected());
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
}
