package io.penstock.platform.transform;

import io.penstock.platform.inventory.FindingLoad;
import io.penstock.platform.inventory.HostLoad;
import io.penstock.platform.inventory.LoadResult;
import io.penstock.platform.inventory.RunSeen;
import io.penstock.platform.reading.RunKind;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Where the records of a page go: hosts one way, findings the other. */
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

    /** Takes what a page reported. */
    private interface Seen {
        void note(
                Connection connection,
                LeasedPage page,
                Map<RunSeen.Kind, Collection<UUID>> reported)
                throws SQLException;
    }

    /** Only a full run tells what is no longer reported. */
    private void note(
            Connection connection, LeasedPage page, Map<RunSeen.Kind, Collection<UUID>> reported)
            throws SQLException {
        if (page.kind() == RunKind.FULL) {
            seen.note(connection, page.context(), reported);
        }
    }

    private record Hosts(HostMapping mapping, LeasedPage page, HostLoad load, Seen seen)
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
            seen.note(connection, page, mapping.reported());
            return load.load(
                    connection,
                    page.context(),
                    mapping.hosts(),
                    mapping.refused(),
                    mapping.rejected());
        }
    }

    private record Findings(FindingMapping mapping, LeasedPage page, FindingLoad load, Seen seen)
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
            seen.note(connection, page, mapping.reported());
            return load.load(connection, page.context(), mapping.page());
        }
    }

    PageLoad hosts(LeasedPage page, StreamPlan plan) {
        return new Hosts(new HostMapping(plan, page.connection()), page, hosts, this::note);
    }

    PageLoad findings(LeasedPage page, StreamPlan plan) {
        return new Findings(
                new FindingMapping(plan, page.connection()), page, findings, this::note);
    }
}
