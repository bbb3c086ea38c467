package io.penstock.platform.transform;

import io.penstock.platform.inventory.FindingLoad;
import io.penstock.platform.inventory.HostLoad;
import io.penstock.platform.inventory.LoadResult;
import io.penstock.platform.inventory.RunSeen;
import io.penstock.platform.reading.RunKind;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where the records of a page go: hosts one way, findings the other. Only a full run keeps what its
 * pages reported: no other tells what is no longer reported.
 */
@Component
class PageLoads {

    private final HostLoad hosts;
    private final FindingLoad findings;
    private final RunSeen seen;

    PageLoads(HostLoad hosts, FindingLoad findings, RunSeen seen) {
        this.hosts = hosts;
        this.findings = findings;
        this.seen = seen;
    }

    private record Hosts(HostMapping mapping, LeasedPage page, HostLoad load, RunSeen seen)
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
            if (page.kind() == RunKind.FULL) {
                seen.note(connection, page.context(), mapping.reported());
            }
            return load.load(
                    connection,
                    page.context(),
                    mapping.hosts(),
                    mapping.refused(),
                    mapping.rejected());
        }
    }

    private record Findings(FindingMapping mapping, LeasedPage page, FindingLoad load, RunSeen seen)
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
            if (page.kind() == RunKind.FULL) {
                seen.note(connection, page.context(), mapping.reported());
            }
            return load.load(connection, page.context(), mapping.page());
        }
    }

    PageLoad hosts(LeasedPage page, StreamPlan plan) {
        return new Hosts(new HostMapping(plan, page.connection()), page, hosts, seen);
    }

    PageLoad findings(LeasedPage page, StreamPlan plan) {
        return new Findings(new FindingMapping(plan, page.connection()), page, findings, seen);
    }
}
