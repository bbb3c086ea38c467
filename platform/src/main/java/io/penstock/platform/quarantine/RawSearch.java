package io.penstock.platform.quarantine;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.transform.PageRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks for the record of a host or a finding in the stored pages of the run that brought its
 * present content. Pages know their records only by reading them, so the search goes on from call
 * to call, each of a bounded time.
 */
@Component
public class RawSearch {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String FINDING =
            """
            select s.record_id, s.external_finding_id as key, s.changed_run as run_id, false as hosts
            from source_finding s where s.tenant_id = :tenant and s.record_id = :record
            """;

    private static final String HOST =
            """
            select s.host_id, s.record_key, s.changed_run, true
            from asset_source s where s.tenant_id = :tenant and s.host_id = :record
            """;

    private static final String PAGES =
            """
            select count(*) as pages, count(*) filter (where p.page_id <= :after) as looked
            from raw_page p where p.tenant_id = :tenant and p.run_id = :run and p.hosts = :hosts
            """;

    private static final String NEXT =
            """
            select p.page_id, p.stream, p.encoding, coalesce(b.body, p.body) as body, c.connector_key
            from raw_page p
            join run r on r.tenant_id = p.tenant_id and r.run_id = p.run_id
            join connection c on c.tenant_id = r.tenant_id and c.connection_id = r.connection_id
            left join raw_page b on b.tenant_id = p.tenant_id and b.page_id = p.source_page
            where p.tenant_id = :tenant and p.run_id = :run and p.hosts = :hosts
              and p.page_id > :after
            order by p.page_id limit 1
            """;

    private final JdbcClient jdbc;
    private final RecordPaths paths;
    private final Clock clock;

    RawSearch(JdbcClient jdbc, RecordPaths paths, Clock clock) {
        this.jdbc = jdbc;
        this.paths = paths;
        this.clock = clock;
    }

    /** How the search stands. */
    public enum State {
        /** The record is there. */
        FOUND,
        /** More pages are to be looked at: ask again from {@link Found#after}. */
        SEARCHING,
        /** No page of the run has it. */
        ABSENT,
        /** The pages of the run are kept no more. */
        NOT_KEPT
    }

    /**
     * @param after the last page that was looked at
     * @param looked pages that were looked at in this and earlier calls, of {@code pages}
     * @param page the page that has it; 0 without
     * @param index its place there, from 0
     * @param text the record as the vendor sent it, or empty
     */
    public record Found(
            State state, long after, long looked, long pages, long page, int index, String text) {}

    private record Wanted(String key, long run, boolean hosts) {}

    private record StoredPage(
            long id, String stream, String encoding, byte[] body, String connector) {}

    private record Counted(long pages, long looked) {}

    /** One search, up to the page it has come to. */
    private record Search(int tenantId, Wanted wanted, long pages) {}

    /**
     * @param record id of a finding's record
     * @param after {@link Found#after} of the call before; 0 at first
     * @throws FaultException NOT_FOUND for an unknown record
     */
    public Found finding(int tenantId, UUID record, long after) {
        return search(tenantId, wanted(FINDING, tenantId, record), after);
    }

    /** As {@link #finding}, for the record of a host. */
    public Found host(int tenantId, UUID record, long after) {
        return search(tenantId, wanted(HOST, tenantId, record), after);
    }

    private Wanted wanted(String sql, int tenantId, UUID record) {
        return jdbc
                .sql(sql)
                .param("tenant", tenantId)
                .param("record", record)
                .query((row, _) -> new Wanted(row.getString(2), row.getLong(3), row.getBoolean(4)))
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "RECORD_UNKNOWN",
                                "There is no record " + record + ".",
                                ""));
    }

    private Found search(int tenantId, Wanted wanted, long after) {
        var counted = counted(tenantId, wanted, after);
        var search = new Search(tenantId, wanted, counted.pages());
        var scan = new KeyScan(wanted.key());
        var end = clock.instant().plus(PATIENCE);
        var looked = counted.looked();
        var at = after;
        while (clock.instant().isBefore(end)) {
            var next = next(search, at);
            if (next.isEmpty()) {
                return ended(looked == 0 ? State.NOT_KEPT : State.ABSENT, at, looked, search);
            }
            var page = next.get();
            if (page.body().length == 0) {
                return ended(State.NOT_KEPT, at, looked, search);
            }
            looked++;
            at = page.id();
            var sink = new KeySink(scan);
            if (scan.inPage(page.body(), page.encoding())) {
                walk(page, sink);
            }
            var text = sink.text();
            if (text != null) {
                return found(search, at, looked, sink.index(), text);
            }
        }
        return ended(State.SEARCHING, at, looked, search);
    }

    private static Found found(Search search, long page, long looked, int index, String text) {
        return new Found(State.FOUND, page, looked, search.pages(), page, index, text);
    }

    /** A page that is damaged further on may have the record all the same, and others follow. */
    private void walk(StoredPage page, KeySink sink) {
        try {
            PageRecords.walk(
                    page.body(), page.encoding(), paths.of(page.connector(), page.stream()), sink);
        } catch (FaultException e) {
            if (e.fault().kind() != FaultKind.MALFORMED) {
                throw e;
            }
        }
    }

    private static Found ended(State state, long at, long looked, Search search) {
        return new Found(state, at, looked, search.pages(), 0, 0, "");
    }

    private Counted counted(int tenantId, Wanted wanted, long after) {
        return jdbc.sql(PAGES)
                .param("tenant", tenantId)
                .param("run", wanted.run())
                .param("hosts", wanted.hosts())
                .param("after", after)
                .query((row, _) -> new Counted(row.getLong(1), row.getLong(2)))
                .single();
    }

    private Optional<StoredPage> next(Search search, long after) {
        return jdbc.sql(NEXT)
                .param("tenant", search.tenantId())
                .param("run", search.wanted().run())
                .param("hosts", search.wanted().hosts())
                .param("after", after)
                .query((row, _) ->
                        new StoredPage(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBytes(4),
                                row.getString(5)))
                .optional();
    }
}
