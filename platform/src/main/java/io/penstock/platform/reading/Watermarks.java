package io.penstock.platform.reading;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/** The watermarks of profiles: they move when a run has proved a stream, and never backwards. */
@Component
public class Watermarks {

    private static final String OF =
            """
            select w.stream, w.until, r.run_uuid, w.sealed_at
            from watermark w join run r on r.tenant_id = w.tenant_id and r.run_id = w.run_id
            where w.tenant_id = ? and w.profile_id = ? order by w.stream
            """;

    /** Whoever changes what the profile reads waits, and then forgets what is moved here. */
    private static final String HOLD =
            """
            select 1 from profile p join run r on r.tenant_id = p.tenant_id
                and r.profile_id = p.profile_id
            where r.tenant_id = :tenant and r.run_id = :run for share of p
            """;

    /**
     * A delta moves only the watermark it began from: where that was forgotten meanwhile, its
     * records do not follow on anything.
     */
    private static final String MOVE =
            """
            insert into watermark (tenant_id, profile_id, stream, until, run_id, sealed_at)
            select r.tenant_id, r.profile_id, s.stream, r.window_until, r.run_id, now()
            from run r
            join profile p on p.tenant_id = r.tenant_id and p.profile_id = r.profile_id
                and p.reading_epoch = r.reading_epoch
            join run_stream s on s.tenant_id = r.tenant_id and s.run_id = r.run_id
            left join watermark w on w.tenant_id = r.tenant_id and w.profile_id = r.profile_id
                and w.stream = s.stream
            where r.tenant_id = :tenant and r.run_id = :run and s.planned
              and r.kind in ('FULL', 'DELTA')
              and (s.window_from is null or w.until >= s.window_from)
              and not exists (select from run_slice x where x.tenant_id = s.tenant_id
                  and x.run_id = s.run_id and x.stream = s.stream and x.state <> 'SEALED')
              and not exists (select from raw_page g where g.tenant_id = s.tenant_id
                  and g.run_id = s.run_id and g.stream = s.stream
                  and (g.state <> 'DONE' or g.records <> g.mapped + g.rejected))
            on conflict (tenant_id, profile_id, stream) do update set until = excluded.until,
                run_id = excluded.run_id, sealed_at = excluded.sealed_at
            where watermark.until < excluded.until
            """;

    private static final String FORGET_FINDINGS =
            """
            delete from watermark w using run r, run_stream s
            where r.tenant_id = :tenant and r.run_id = :run and r.kind = 'DELTA'
              and s.tenant_id = r.tenant_id and s.run_id = r.run_id and not s.hosts
              and w.tenant_id = r.tenant_id and w.profile_id = r.profile_id
              and w.stream = s.stream
            """;

    private final JdbcClient jdbc;

    Watermarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By stream. */
    public List<Watermark> of(int tenantId, int profileId) {
        return jdbc.sql(OF)
                .params(tenantId, profileId)
                .query((row, _) ->
                        new Watermark(
                                row.getString(1),
                                row.getTimestamp(2).toInstant(),
                                row.getObject(3, UUID.class),
                                row.getTimestamp(4).toInstant()))
                .list();
    }

    /**
     * Moves the watermark of every stream that the run has read completely: all slices sealed, all
     * pages in the inventory. Called once a run takes no more pages.
     */
    @Transactional
    public void move(int tenantId, long runId) {
        jdbc.sql(HOLD).param("tenant", tenantId).param("run", runId).query().listOfRows();
        jdbc.sql(MOVE).param("tenant", tenantId).param("run", runId).update();
    }

    /** The next run of the profile reads everything. */
    public void forget(int tenantId, int profileId) {
        jdbc.sql("delete from watermark where tenant_id = ? and profile_id = ?")
                .params(tenantId, profileId)
                .update();
    }

    /** The next run of the profile reads everything of this stream. */
    public void forget(int tenantId, int profileId, String stream) {
        jdbc.sql("delete from watermark where tenant_id = ? and profile_id = ? and stream = ?")
                .params(tenantId, profileId, stream)
                .update();
    }

    /**
     * A host whose record was rejected is mapped at last by this run. Its findings were rejected
     * with it and a delta does not bring them again, so the next run reads all of them.
     */
    public void forgetFindings(int tenantId, long runId) {
        jdbc.sql(FORGET_FINDINGS).param("tenant", tenantId).param("run", runId).update();
    }
}
