package io.penstock.platform.identity;

import io.penstock.core.value.Shown;
import io.penstock.platform.identity.Occasion.Cause;
import io.penstock.platform.work.Bell;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Goes through all hosts of a tenant after its rules have changed, first for their keys and then to
 * identify them. Each step is a few hundred hosts in one transaction with the place it came to, so
 * a job goes on where it was after any interruption, and loads get their turn in between.
 */
@Component
public class IdentityJobs {

    /** Hosts of a step. */
    private static final int STEP = 500;

    /** Most characters of the reason why a step failed. */
    private static final int FAILURE_MAX = 500;

    private static final UUID LEAST = new UUID(0, 0);

    private static final String COLUMNS =
            """
            select tenant_id, job_id, job_uuid, reason, asked_by, asked_at, phase, last_host,
                hosts_total, hosts_done, moved, failure, ended_at
            from identity_job
            """;

    private static final String NEXT =
            """
            select host_id from asset_source
            where tenant_id = ? and host_id > ?
            order by host_id limit ?
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Reidentification identification;
    private final Clock clock;
    private final Bell bell = new Bell();

    IdentityJobs(
            JdbcClient jdbc, JdbcTemplate template, Reidentification identification, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.identification = identification;
        this.clock = clock;
    }

    /** Names a job. */
    record JobId(int tenantId, long id) {}

    /** A job as a step sees it. */
    private record Open(JobId id, String phase, UUID lastHost) {

        private int tenantId() {
            return id.tenantId();
        }
    }

    /** The newest jobs first. */
    public List<IdentityJob> newest(int tenantId, int limit) {
        return jdbc.sql(COLUMNS + "where tenant_id = ? order by job_id desc limit ?")
                .params(tenantId, limit)
                .query((row, _) -> JobColumns.job(row))
                .list();
    }

    /** The job that is not done yet. */
    public Optional<IdentityJob> open(int tenantId) {
        return newest(tenantId, 1).stream().filter(job -> job.endedAt() == null).findFirst();
    }

    /** Has all hosts gone through again; a job under way begins anew. */
    @Transactional
    public IdentityJob request(int tenantId, String by, String reason) {
        jdbc.sql(
                        """
                        insert into identity_job (tenant_id, job_uuid, reason, asked_by, asked_at,
                            phase, last_host, hosts_total)
                        select :tenant, :uuid, :reason, :by, :at, 'KEYS', :least, count(*)
                        from asset_source where tenant_id = :tenant
                        on conflict (tenant_id) where phase <> 'DONE' do update set
                            reason = excluded.reason, asked_by = excluded.asked_by,
                            asked_at = excluded.asked_at, phase = 'KEYS', last_host = excluded.last_host,
                            hosts_total = excluded.hosts_total, hosts_done = 0
                        """)
                .param("tenant", tenantId)
                .param("uuid", UUID.randomUUID())
                .param("reason", reason)
                .param("by", by)
                .param("at", now())
                .param("least", LEAST)
                .update();
        bell.ringAfterCommit();
        return newest(tenantId, 1).getFirst();
    }

    /** Waits until a job was asked for, at most this long. */
    void await(Duration atMost) throws InterruptedException {
        bell.await(atMost);
    }

    /**
     * Takes one step of the oldest job that nobody else is at.
     *
     * @param taken hears which job it is before anything can go wrong with it
     * @return false when there is none
     */
    @Transactional
    boolean step(Consumer<JobId> taken) {
        var open =
                jdbc.sql(
                                COLUMNS
                                        + """
                                        where phase <> 'DONE' order by failure <> '', job_id
                                        limit 1 for update skip locked
                                        """)
                        .query((row, _) ->
                                new Open(
                                        new JobId(row.getInt("tenant_id"), row.getLong("job_id")),
                                        row.getString("phase"),
                                        row.getObject("last_host", UUID.class)))
                        .optional();
        open.ifPresent(job -> {
            taken.accept(job.id());
            step(job);
        });
        return open.isPresent();
    }

    private void step(Open job) {
        var hosts =
                jdbc.sql(NEXT)
                        .params(job.tenantId(), job.lastHost(), STEP)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        var occasion = Occasion.of(job.tenantId(), Cause.RULES);
        var moved =
                template.execute(
                        (ConnectionCallback<Integer>)
                                connection -> {
                                    if (job.phase().equals("KEYS")) {
                                        identification.renewKeys(connection, occasion, hosts);
                                        return 0;
                                    }
                                    return identification.of(connection, occasion, hosts);
                                });
        if (hosts.size() == STEP) {
            progress(job, hosts.getLast(), hosts.size(), moved == null ? 0 : moved);
        } else {
            next(job, hosts.size(), moved == null ? 0 : moved);
        }
    }

    private void progress(Open job, UUID last, int done, int moved) {
        jdbc.sql(
                        """
                        update identity_job set last_host = ?, hosts_done = hosts_done + ?,
                            moved = moved + ?, failure = ''
                        where tenant_id = ? and job_id = ?
                        """)
                .params(last, done, moved, job.tenantId(), job.id().id())
                .update();
    }

    private void next(Open job, int done, int moved) {
        var ended = job.phase().equals("IDENTIFY");
        jdbc.sql(
                        """
                        update identity_job set phase = ?, last_host = ?,
                            hosts_done = case when ? then hosts_done + ? else 0 end,
                            moved = moved + ?, failure = '', ended_at = ?
                        where tenant_id = ? and job_id = ?
                        """)
                .params(ended ? "DONE" : "IDENTIFY", LEAST, ended, done, moved)
                .param(ended ? now() : null)
                .params(job.tenantId(), job.id().id())
                .update();
    }

    /** Notes why a step of a job failed; the job stays open, and others go before it. */
    @Transactional
    void failed(JobId job, String failure) {
        jdbc.sql("update identity_job set failure = ? where tenant_id = ? and job_id = ?")
                .params(
                        failure.isBlank() ? "unknown" : Shown.of(failure, FAILURE_MAX),
                        job.tenantId(),
                        job.id())
                .update();
    }

    /** True when hosts of the tenant have never got their keys, as after an update of Penstock. */
    boolean keyless(int tenantId) {
        return jdbc.sql(
                        """
                        select exists (select from asset_source where tenant_id = ? and keys is null)
                            and not exists (select from identity_job
                                where tenant_id = ? and phase <> 'DONE')
                        """)
                .params(tenantId, tenantId)
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
