package io.penstock.platform.closing;

import io.penstock.core.finding.Word;
import io.penstock.core.finding.Word.Kind;
import io.penstock.core.finding.Word.Standing;
import io.penstock.platform.closing.ClosingRun.Subject;
import io.penstock.platform.inventory.Revision;
import io.penstock.platform.reading.RunKind;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Carries out what people have decided about holds, a batch at a time. A released closing takes its
 * place in the history of its finding; what was said later stays later.
 */
@Component
public class HoldDecisions {

    /** While the run is being ended, some of what it holds is not marked as held by it yet. */
    private static final String MARKED =
            """
            and not exists (select from run_closing c
                where c.tenant_id = h.tenant_id and c.run_id = h.run_id)
            """;

    private static final String NEXT =
            """
            select h.tenant_id, h.run_id from run_hold h
            where h.state in ('RELEASED', 'REJECTED') and h.done_at is null
            """
                    + MARKED
                    + " order by h.tenant_id, h.run_id limit 1";

    private static final String LOCK =
            """
            select h.connection_id, h.state, h.decided_by, h.note, r.profile_id, r.kind,
                r.window_until
            from run_hold h join run r on r.tenant_id = h.tenant_id and r.run_id = h.run_id
            where h.tenant_id = ? and h.run_id = ? and h.state in ('RELEASED', 'REJECTED')
              and h.done_at is null
            """
                    + MARKED
                    + " for update of h skip locked";

    private static final String WORDS =
            """
            select finding_id, event_id, word, happened_at, evidence_run, run_id, content_hash
            from finding_event where tenant_id = ? and hold_run = ? and held
            order by finding_id limit ?
            """;

    private static final String SAY =
            """
            update finding_event set reason = reason || ?
            where tenant_id = ? and event_id = any (?)
            """;

    private static final String ORPHANS =
            """
            delete from finding_event
            where tenant_id = ? and event_id = any (?) and held and hold_run is not null
            """;

    private final JdbcClient jdbc;
    private final Revisions revisions;
    private final HoldRows rows;

    HoldDecisions(JdbcClient jdbc, Revisions revisions, HoldRows rows) {
        this.jdbc = jdbc;
        this.revisions = revisions;
        this.rows = rows;
    }

    private record Decided(Subject run, boolean released, String by, String note) {

        String said() {
            return (released ? "; released by " : "; turned down by ")
                    + by
                    + (note.isEmpty() ? "" : ": " + note);
        }
    }

    private record HeldWord(UUID record, long eventId, Word word) {}

    private record Due(int tenantId, long run) {}

    /**
     * Takes one batch of whatever was decided and is not carried out.
     *
     * @return false when there is nothing
     */
    @Transactional
    public boolean carryOutNext() {
        var due =
                jdbc.sql(NEXT).query((row, _) -> new Due(row.getInt(1), row.getLong(2))).optional();
        return due.isPresent() && carryOut(due.get().tenantId(), due.get().run());
    }

    /**
     * Takes one batch.
     *
     * @return false when there is nothing to do, or another process does it
     */
    @Transactional
    public boolean carryOut(int tenantId, long run) {
        var decided =
                jdbc.sql(LOCK)
                        .params(tenantId, run)
                        .query((row, _) -> decided(row, tenantId, run))
                        .optional();
        decided.ifPresent(this::carryOut);
        return decided.isPresent();
    }

    private void carryOut(Decided decided) {
        var tenant = decided.run().tenantId();
        var words =
                jdbc.sql(WORDS)
                        .params(tenant, decided.run().runId(), Closings.BATCH)
                        .query((row, _) -> word(row))
                        .list();
        var events = words.stream().map(HeldWord::eventId).toArray(Long[]::new);
        if (!words.isEmpty()) {
            // Locks come before rows: a load that holds them may wait for these events.
            revise(decided, words);
            jdbc.sql(SAY).params(decided.said(), tenant, events).update();
            jdbc.sql(ORPHANS).params(tenant, events).update();
        }
        if (words.size() < Closings.BATCH) {
            rows.done(tenant, decided.run().runId());
        }
    }

    /** What is turned down closes nothing, but what is not reported any more stays marked. */
    private void revise(Decided decided, List<HeldWord> words) {
        var said = new HashMap<UUID, Set<Said>>();
        var marks = new HashMap<UUID, Word>();
        for (var held : words) {
            said.computeIfAbsent(held.record(), _ -> new HashSet<>()).add(Said.of(held.word()));
            if (!decided.released()) {
                mark(held.word()).ifPresent(mark -> marks.put(held.record(), mark));
            }
        }
        var standing = decided.released() ? Standing.COUNTS : Standing.REJECTED;
        revisions.revise(decided.run(), said.keySet(), new CarriedOut(said, standing, marks));
    }

    private record CarriedOut(Map<UUID, Set<Said>> said, Standing standing, Map<UUID, Word> marks)
            implements Revision {

        @Override
        public Word each(UUID record, Word word) {
            var decided = said.getOrDefault(record, Set.of()).contains(Said.of(word));
            return decided && word.standing() == Standing.HELD ? word.with(standing) : word;
        }

        @Override
        public @Nullable Word added(UUID record) {
            return marks.get(record);
        }
    }

    /** What makes a word of a record the one that was decided about, and not a later one. */
    private record Said(Kind kind, Instant at, UUID hash) {

        static Said of(Word word) {
            return new Said(word.kind(), word.at(), word.contentHash());
        }
    }

    private static Optional<Word> mark(Word word) {
        return word.kind() == Kind.MISSING_FIXED
                ? Optional.of(
                        new Word(
                                Kind.MISSING,
                                word.at(),
                                word.evidence(),
                                word.runId(),
                                word.contentHash(),
                                Standing.COUNTS))
                : Optional.empty();
    }

    private static Decided decided(ResultSet row, int tenantId, long run) throws SQLException {
        return new Decided(
                new Subject(
                        tenantId,
                        run,
                        row.getInt("connection_id"),
                        row.getInt("profile_id"),
                        RunKind.valueOf(row.getString("kind")),
                        row.getTimestamp("window_until").toInstant()),
                row.getString("state").equals("RELEASED"),
                row.getString("decided_by"),
                row.getString("note"));
    }

    private static HeldWord word(ResultSet row) throws SQLException {
        return new HeldWord(
                row.getObject("finding_id", UUID.class),
                row.getLong("event_id"),
                new Word(
                        Kind.of(row.getInt("word")),
                        row.getTimestamp("happened_at").toInstant(),
                        row.getLong("evidence_run"),
                        row.getLong("run_id"),
                        row.getObject("content_hash", UUID.class),
                        Standing.HELD));
    }
}
