package io.penstock.platform.transform;

import io.penstock.platform.inventory.LoadContext;
import io.penstock.platform.inventory.PageLedger;
import io.penstock.platform.reading.RunKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The raw pages that wait. Leases are timed by the database's clock alone, so that any number of
 * processes agree; a page whose worker died is taken by another when its lease ends.
 */
@Component
class PageQueue {

    /** A page takes well under a second; this long means that its worker is gone. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** After so many failed tries a page is set aside instead of being tried for ever. */
    static final int TRIES_MAX = 5;

    private static final String TAKE =
            """
            with waiting as (
                select p.tenant_id, p.page_id from raw_page p
                join run r on r.tenant_id = p.tenant_id and r.run_id = p.run_id
                where p.state = 'PENDING' and (p.lease_until is null or p.lease_until < now())
                  and (p.hosts or r.assets_done_at is not null)
                order by p.page_id limit 1 for update of p skip locked),
            taken as (
                update raw_page p set lease_owner = :owner, fence = p.fence + 1,
                    lease_until = now() + make_interval(secs => :seconds)
                from waiting w where p.tenant_id = w.tenant_id and p.page_id = w.page_id
                returning p.*)
            select t.tenant_id, t.page_id, t.fence, t.hosts, t.run_id, t.stream, t.encoding,
                coalesce(s.body, t.body) as body, t.source_page, t.only_records,
                coalesce(s.line_faults, t.line_faults)::text as line_faults, r.map_id,
                r.connection_id, r.kind, c.connection_uuid, c.connector_key
            from taken t join run r on r.tenant_id = t.tenant_id and r.run_id = t.run_id
            join connection c on c.tenant_id = r.tenant_id and c.connection_id = r.connection_id
            left join raw_page s on s.tenant_id = t.tenant_id and s.page_id = t.source_page
            """;

    private static final String DONE =
            """
            update raw_page set state = 'DONE', lease_owner = null, lease_until = null,
                mapped = :mapped, rejected = :rejected, created_count = :created,
                updated_count = :updated, unchanged_count = :unchanged,
                superseded_count = :superseded, done_at = now(), failure = ''
            where tenant_id = :tenant and page_id = :page and fence = :fence and state = 'PENDING'
            """;

    private static final String BROKEN =
            """
            update raw_page set state = 'BROKEN', lease_owner = null, lease_until = null,
                done_at = now(), failure = :failure
            where tenant_id = :tenant and page_id = :page and fence = :fence and state = 'PENDING'
            """;

    private static final String RETURN =
            """
            update raw_page set lease_owner = null, failure = :failure,
                lease_until = now() + make_interval(secs => :seconds)
            where tenant_id = :tenant and page_id = :page and fence = :fence and state = 'PENDING'
            """;

    private static final String REPLAYS =
            """
            select run_id, source_run from run
            where tenant_id = ? and connection_id = ? and kind = 'REPLAY'
            """;

    private static final TypeReference<Map<Integer, String>> FAULTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final UUID owner = UUID.randomUUID();

    PageQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The oldest page that may be transformed now; host pages of a run come before its findings.
     */
    Optional<LeasedPage> take() {
        return jdbc.sql(TAKE)
                .param("owner", owner)
                .param("seconds", LEASE.toSeconds())
                .query((row, _) -> page(row))
                .optional();
    }

    private LeasedPage page(ResultSet row) throws SQLException {
        return new LeasedPage(
                row.getLong("page_id"),
                row.getInt("fence"),
                row.getBoolean("hosts"),
                context(row),
                row.getObject("connection_uuid", UUID.class),
                row.getString("connector_key"),
                RunKind.valueOf(row.getString("kind")),
                row.getInt("map_id"),
                row.getString("stream"),
                row.getString("encoding"),
                origin(row),
                row.getBytes("body"));
    }

    private LoadContext context(ResultSet row) throws SQLException {
        var tenant = row.getInt("tenant_id");
        var connection = row.getInt("connection_id");
        var replays = new HashMap<Long, Long>();
        if (row.getObject("source_page") != null) {
            jdbc.sql(REPLAYS)
                    .params(tenant, connection)
                    .query(replay -> {
                        replays.put(replay.getLong(1), replay.getLong(2));
                    });
        }
        return new LoadContext(tenant, connection, row.getLong("run_id"), replays);
    }

    private static PageOrigin origin(ResultSet row) throws SQLException {
        var only = row.getArray("only_records");
        var faults = row.getString("line_faults");
        return new PageOrigin(
                row.getObject("source_page", Long.class),
                only == null ? null : Set.of((Integer[]) only.getArray()),
                faults == null ? Map.of() : JsonMapper.shared().readValue(faults, FAULTS));
    }

    /** Marks the page as done; false when another worker has it meanwhile. */
    boolean done(LeasedPage page, PageLedger ledger) {
        return jdbc.sql(DONE)
                        .param("mapped", ledger.mapped())
                        .param("rejected", ledger.rejected())
                        .param("created", ledger.created())
                        .param("updated", ledger.updated())
                        .param("unchanged", ledger.unchanged())
                        .param("superseded", ledger.superseded())
                        .param("tenant", page.context().tenantId())
                        .param("page", page.pageId())
                        .param("fence", page.fence())
                        .update()
                == 1;
    }

    /** Sets the page aside: it cannot be read. It is kept and makes its run incomplete. */
    void broken(LeasedPage page, String failure) {
        jdbc.sql(BROKEN)
                .param("failure", failure)
                .param("tenant", page.context().tenantId())
                .param("page", page.pageId())
                .param("fence", page.fence())
                .update();
    }

    /** Gives the page back to be tried again after a pause that grows with the tries. */
    void giveBack(LeasedPage page, String failure) {
        jdbc.sql(RETURN)
                .param("failure", failure)
                .param("seconds", page.fence())
                .param("tenant", page.context().tenantId())
                .param("page", page.pageId())
                .param("fence", page.fence())
                .update();
    }

    /**
     * Ends the leases of a process that is known to be dead, because we hold its data directory
     * alone; without this a restart would wait for them to run out.
     */
    void endAllLeases() {
        jdbc.sql("update raw_page set lease_until = null where state = 'PENDING'").update();
    }
}
