package io.penstock.platform.closing;

import io.penstock.core.finding.Word;
import io.penstock.core.finding.Word.Standing;
import io.penstock.platform.closing.ClosingRun.Stage;
import io.penstock.platform.closing.ClosingRun.Subject;
import io.penstock.platform.closing.Closings.Advance;
import io.penstock.platform.inventory.Revision;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * What waits for the end of a complete run: the closings of its pages, those of earlier runs that
 * were not complete, and those by absence. The breaker says whether they are applied, or wait on
 * for a person.
 */
@Component
class HeldClosings {

    /** In {@code finding_event e}: what no person has been asked about. */
    private static final String WAITING =
            """
            e.tenant_id = :tenant and e.held and e.hold_run is null and e.run_id in (
                select r.run_id from run r where r.tenant_id = :tenant
                and r.connection_id = :connection and r.run_id <= :run)
            """;

    /** A newer word on what a person is to decide about waits with the older one. */
    private static final String JOIN =
            """
            update finding_event e set hold_run = j.hold_run
            from (select distinct on (e.event_id) e.event_id, h.run_id as hold_run
                from finding_event e
                join finding_event w on w.tenant_id = e.tenant_id
                    and w.finding_id = e.finding_id and w.held
                join run_hold h on h.tenant_id = w.tenant_id and h.run_id = w.hold_run
                    and h.state = 'OPEN'
                where %s order by e.event_id, h.run_id limit :batch) j
            where e.tenant_id = :tenant and e.event_id = j.event_id
            """
                    .formatted(WAITING);

    private static final String CLOSINGS =
            "select count(distinct e.finding_id) from finding_event e where " + WAITING;

    /** None of the closings is applied yet, so what was open before the run still is. */
    private static final String OPEN =
            """
            select count(*) from source_finding f
            where f.tenant_id = :tenant and f.connection_id = :connection
              and f.status in (1, 2, 4) and f.created_run < :run
            """;

    private static final String RECORDS =
            "select e.finding_id from finding_event e where " + WAITING + " limit :batch";

    /** A word on a record that is gone closes nothing. */
    private static final String ORPHANS =
            """
            delete from finding_event e
            where e.tenant_id = ? and e.finding_id = any (?) and e.held and e.hold_run is null
            """;

    private static final String HOLD =
            """
            update finding_event e set hold_run = :run
            where e.tenant_id = :tenant and e.event_id in (
                select e.event_id from finding_event e where %s limit :batch)
            """
                    .formatted(WAITING);

    private record Applied() implements Revision {

        @Override
        public Word each(UUID record, Word word) {
            return word.standing() == Standing.HELD ? word.with(Standing.COUNTS) : word;
        }

        @Override
        public @Nullable Word added(UUID record) {
            return null;
        }
    }

    private final JdbcClient jdbc;
    private final ClosingPolicies policies;
    private final Revisions revisions;
    private final HoldRows holds;
    private final HoldDecisions decisions;

    HeldClosings(
            JdbcClient jdbc,
            ClosingPolicies policies,
            Revisions revisions,
            HoldRows holds,
            HoldDecisions decisions) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.revisions = revisions;
        this.holds = holds;
        this.decisions = decisions;
    }

    /** What is decided is carried out before, so that what is decided on does not grow. */
    Advance join(ClosingRun run) {
        var subject = run.subject();
        var due = holds.due(subject.tenantId(), subject.connectionId());
        if (due.isPresent()) {
            decisions.carryOut(subject.tenantId(), due.get());
            return new Advance(run, Closings.BATCH);
        }
        if (!holds.anyOpen(subject.tenantId(), subject.connectionId())) {
            return new Advance(run.at(Stage.JUDGE), 1);
        }
        var joined = bound(JOIN, subject).param("batch", Closings.BATCH).update();
        if (joined == Closings.BATCH) {
            return new Advance(run, joined);
        }
        holds.overtaken(subject.tenantId(), subject.connectionId());
        return new Advance(run.at(Stage.JUDGE), joined);
    }

    Advance judge(ClosingRun run) {
        var subject = run.subject();
        var closings = count(CLOSINGS, subject);
        if (closings == 0) {
            return new Advance(run.at(Stage.SWEEP), 1);
        }
        var breaker = policies.of(subject.tenantId(), subject.profileId()).breaker();
        var open = breaker.counts(closings) ? count(OPEN, subject) : 0;
        var reason = breaker.holds(closings, open);
        if (reason.isEmpty()) {
            return new Advance(run.at(Stage.APPLY), 1);
        }
        holds.open(subject, closings, open, reason.get());
        return new Advance(
                run.saying(reason.get() + " They are held until a person releases or rejects them.")
                        .at(Stage.HOLD),
                Closings.BATCH);
    }

    Advance apply(ClosingRun run) {
        var ids = records(run.subject());
        if (ids.isEmpty()) {
            return new Advance(run.at(Stage.SWEEP), 1);
        }
        revisions.revise(run.subject(), ids, new Applied());
        var array = ids.toArray(UUID[]::new);
        jdbc.sql(ORPHANS).params(run.subject().tenantId(), array).update();
        return new Advance(run, Closings.BATCH);
    }

    private List<UUID> records(Subject run) {
        var ids = bound(RECORDS, run).param("batch", Closings.BATCH).query(UUID.class).list();
        return List.copyOf(new LinkedHashSet<>(ids));
    }

    Advance hold(ClosingRun run) {
        var words = bound(HOLD, run.subject()).param("batch", Closings.BATCH).update();
        return new Advance(words < Closings.BATCH ? run.at(Stage.SWEEP) : run, words);
    }

    private long count(String sql, Subject run) {
        return bound(sql, run).query(Long.class).single();
    }

    private StatementSpec bound(String sql, Subject run) {
        return jdbc.sql(sql)
                .param("tenant", run.tenantId())
                .param("connection", run.connectionId())
                .param("run", run.runId());
    }
}
