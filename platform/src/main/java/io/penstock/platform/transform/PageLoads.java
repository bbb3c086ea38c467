package io.penstock.platform.transform;

import io.penstock.platform.inventory.FindingLoad;
import io.penstock.platform.inventory.HostLoad;
import io.penstock.platform.inventory.LoadResult;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;

/** Where the records of a page go: hosts one way, findings the other. */
@Component
class PageLoads {

    private final HostLoad hosts;
    private final FindingLoad findings;

    PageLoads(HostLoad hosts, FindingLoad findings) {
        this.hosts = hosts;
        this.findings = findings;
    }

    private record Hosts(HostMapping mapping, LeasedPage page, HostLoad load) implements PageLoad {

        @Override
        public PageReader.RecordSink sink() {
            return mapping;
        }

        @Override
        public int warnings() {
            return mapping.warnings();
        }

        @Override
        public LoadResult on(Connection connection) throws SQLException {
            return load.load(
                    connection,
                    page.context(),
                    mapping.hosts(),
                    mapping.refused(),
                    mapping.rejected());
        }
    }

    private record Findings(FindingMapping mapping, LeasedPage page, FindingLoad load)
            implements PageLoad {

        @Override
        public PageReader.RecordSink sink() {
            return mapping;
        }

        @Override
        public int warnings() {
            return mapping.warnings();
        }

        @Override
        public LoadResult on(Connection connection) throws SQLException {
            return load.load(connection, page.context(), mapping.page());
        }
    }

    PageLoad hosts(LeasedPage page, StreamPlan plan) {
        return new Hosts(new HostMapping(plan, page.connection()), page, hosts);
    }

    PageLoad findings(LeasedPage page, StreamPlan plan) {
        return new Findings(new FindingMapping(plan, page.connection()), page, findings);
    }
}
