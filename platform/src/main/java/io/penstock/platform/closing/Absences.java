package io.penstock.platform.closing;

import io.penstock.core.finding.Word;
import io.penstock.core.finding.Word.Kind;
import io.penstock.core.finding.Word.Standing;
import io.penstock.platform.closing.ClosingRun.Stage;
import io.penstock.platform.closing.ClosingRun.Subject;
import io.penstock.platform.closing.Closings.Advance;
import io.penstock.platform.inventory.Revision;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Marks what a complete full run did not report. A host that is gone takes no finding with it: of
 * its findings the run says nothing. Those of a host that was reported are missing, or closed when
 * the profile wants that; the closing is held like any other until the run is judged.
 */
@Component
class Absences {

    /**
     * The hash differs from every content, so that a report of any kind is seen. What is not on the
     * list is found with a set operation: that costs the same whatever is known of the list's size,
     * which no statistics tell yet.
     */
    private static final String HOSTS =
            """
            with silent as materialized (
                select h.host_id from asset_source h
                where h.tenant_id = :tenant and h.connection_id = :connection
                  and h.host_id > :after and h.host_id <= :until
                  and not h.minimal and h.missing_since is null and h.created_run < :run
                except
                select x.id from run_seen x where x.tenant_id = :tenant and x.run_id = :run
                  and x.kind = 1 and x.id > :after and x.id <= :until),
            gone as (
                update asset_source s set missing_since = :at, content_hash = :hash
                where s.tenant_id = :tenant and s.host_id in (
                    select host_id from silent order by host_id limit :batch)
                returning s.host_id)
            select host_id from gone order by host_id
            """;

    /**
     * Of a host that is only known from its findings nobody can tell whether it is there. What a
     * person has turned down is not asked again until the finding was reported in between.
     */
    private static final String FINDINGS =
            """
            with silent as materialized (
                select f.record_id from source_finding f
                where f.tenant_id = :tenant and f.connection_id = :connection
                  and f.record_id > :after and f.record_id <= :until
                  and f.status in (1, 2, 4) and f.created_run < :run
                  and (f.missing_since is null or :closes)
                except
                select x.id from run_seen x where x.tenant_id = :tenant and x.run_id = :run
                  and x.kind = 0 and x.id > :after and x.id <= :until)
            select f.record_id, :closes and not h.minimal as closes
            from silent join source_finding f
                on f.tenant_id = :tenant and f.record_id = silent.record_id
            join asset_source h on h.tenant_id = f.tenant_id
                and h.host_id = coalesce(f.host_id, f.asset_id)
            where h.missing_since is null and (f.missing_since is null or not h.minimal)
              and not exists (select from finding_event e where e.tenant_id = f.tenant_id
                  and e.finding_id = f.record_id and e.word = 6
                  and (e.held or (e.rejected and e.happened_at >= f.missing_since)))
            order by f.record_id limit :batch
            """;

    private final JdbcClient jdbc;
    private final ClosingPolicies policies;
    private final Revisions revisions;

    Absences(JdbcClient jdbc, ClosingPolicies policies, Revisions revisions) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.revisions = revisions;
    }

    private record Absent(UUID record, boolean closes) {}

    private record Marked(Map<UUID, Word> marks) implements Revision {

        @Override
        public Word each(UUID record, Word word) {
            return word;
        }

        @Override
        public @Nullable Word added(UUID record) {
            return marks.get(record);
        }
    }

    Advance hosts(ClosingRun run) {
        revisions.lock(run.subject());
        var gone =
                within(HOSTS, run)
                        .param("at", Timestamp.from(run.subject().windowUntil()))
                        .param("hash", IdRange.START)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        return advance(run, gone, Stage.FINDINGS);
    }

    Advance findings(ClosingRun run) {
        var subject = run.subject();
        var retained = policies.of(subject.tenantId(), subject.profileId()).retainMissing();
        var absent =
                within(FINDINGS, run)
                        .param("closes", !retained)
                        .query((row, _) ->
                                new Absent(row.getObject(1, UUID.class), row.getBoolean(2)))
                        .list();
        var marks = new LinkedHashMap<UUID, Word>();
        absent.forEach(a -> marks.put(a.record(), mark(subject, a.closes())));
        revisions.revise(subject, marks.keySet(), new Marked(marks));
        return advance(run, List.copyOf(marks.keySet()), Stage.JOIN);
    }

    private static Word mark(Subject run, boolean closes) {
        return closes
                ? run.absence(Kind.MISSING_FIXED, Standing.HELD)
                : run.absence(Kind.MISSING, Standing.COUNTS);
    }

    private StatementSpec within(String sql, ClosingRun run) {
        var range = run.range();
        return jdbc.sql(sql)
                .param("tenant", run.subject().tenantId())
                .param("connection", run.subject().connectionId())
                .param("run", run.subject().runId())
                .param("after", range.after())
                .param("until", range.until())
                .param("batch", Closings.BATCH);
    }

    /** A batch that was full leaves the rest of its part to the next one. */
    private static Advance advance(ClosingRun run, List<UUID> done, Stage then) {
        if (done.size() == Closings.BATCH) {
            return new Advance(run.until(done.getLast()), done.size());
        }
        var range = run.range();
        return new Advance(
                range.last() ? run.at(then) : run.until(range.until()), work(run, done.size()));
    }

    /** What changes records ends its transaction; a part without any costs about as some do. */
    private static int work(ClosingRun run, int changed) {
        if (changed > 0) {
            return Closings.BATCH;
        }
        return run.parts() > 1 ? Closings.BATCH / 4 : 1;
    }
}
