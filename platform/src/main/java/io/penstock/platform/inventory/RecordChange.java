package io.penstock.platform.inventory;

import io.penstock.core.finding.Folded;
import io.penstock.core.finding.Word;
import io.penstock.core.finding.Word.Kind;
import io.penstock.core.finding.Word.Standing;
import io.penstock.platform.inventory.RecordRow.Content;
import io.penstock.platform.inventory.RecordRow.Place;
import io.penstock.platform.inventory.RecordRow.Said;
import io.penstock.platform.inventory.RecordRow.State;
import io.penstock.platform.inventory.RecordWords.Effect;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What a page makes of one record. One thread. */
final class RecordChange {

    private final @Nullable StoredRecord stored;
    private final LoadContext context;
    private final RecordWords words;
    private @Nullable MappedFinding newest;
    private @Nullable Instant firstFound;

    RecordChange(@Nullable StoredRecord stored, LoadContext context) {
        this.stored = stored;
        this.context = context;
        this.words = stored == null ? new RecordWords(List.of()) : stored.words(context);
    }

    /**
     * Takes the vendor's word.
     *
     * @param windowEnd of the run that read the page; see {@link Word}
     */
    void take(MappedFinding finding, Instant windowEnd, Tally tally) {
        var effect = words.take(word(finding));
        var seen = words.absent() && words.seen(seen(windowEnd));
        if (effect != Effect.NONE || firstFound == null) {
            firstFound = earlier(firstFound, finding.state().firstFound());
        }
        if (effect == Effect.NEWEST) {
            count(tally);
            newest = finding;
        } else if (seen) {
            tally.updated();
        } else if (effect == Effect.OLDER || finding.changedAt().isBefore(words.newestAt())) {
            tally.superseded();
        } else {
            tally.unchanged();
        }
    }

    /** True while complete full runs have not found the record. */
    boolean absent() {
        return words.absent();
    }

    /** Changes every word, and adds one unless it is null. */
    void revise(UnaryOperator<Word> each, @Nullable Word added) {
        words.revise(each, added);
    }

    private void count(Tally tally) {
        if (stored == null && newest == null) {
            tally.created();
        } else {
            tally.updated();
        }
    }

    private Word word(MappedFinding finding) {
        return new Word(
                Kind.of(finding.state().status()),
                // As the table keeps it, or a word that comes twice would be two.
                finding.changedAt().truncatedTo(ChronoUnit.MICROS),
                context.evidence(),
                context.runId(),
                finding.contentHash(),
                Standing.COUNTS);
    }

    private Word seen(Instant windowEnd) {
        return new Word(
                Kind.SEEN,
                windowEnd,
                context.evidence(),
                context.runId(),
                RecordWords.ANY_REPORT,
                Standing.COUNTS);
    }

    /** The finding whose values count now; null when the stored ones still do. */
    @Nullable MappedFinding newest() {
        return newest;
    }

    @Nullable RecordRow before() {
        return StoredRecord.rowOf(stored);
    }

    /** True when the record shares its finding with others, or did. */
    boolean shared() {
        return stored != null && stored.shared();
    }

    Folded folded() {
        return words.folded();
    }

    List<RecordWords.Stored> events(Folded folded) {
        return words.changes(folded);
    }

    /** The record's row as it is to be. */
    RecordRow after(Folded folded, Map<UUID, UUID> assets, TextIds texts) {
        var before = before();
        var state = state(folded, before);
        if (newest == null) {
            var old = Objects.requireNonNull(before);
            var run = state.equals(old.state()) ? old.content().changedRun() : context.runId();
            return new RecordRow(
                    old.id(), old.place(), rehashed(old.content(), run), state, old.said());
        }
        var host = newest.hostId();
        var place = new Place(context.connectionId(), host, TextIds.known(assets, host));
        var made = before == null ? context.runId() : before.content().createdRun();
        return new RecordRow(
                newest.findingId(), place, content(newest, made, texts), state, said(newest));
    }

    private State state(Folded folded, @Nullable RecordRow before) {
        return new State(
                folded.status(),
                folded.expired(),
                folded.missingSince(),
                earlier(before == null ? null : before.state().firstFound(), firstFound),
                folded.fixedAt(),
                folded.reopenedAt());
    }

    private Content rehashed(Content old, long run) {
        return new Content(
                words.rowHash(),
                old.changedAt(),
                old.createdRun(),
                run,
                old.vulnerabilityId(),
                old.remediationId());
    }

    private Content content(MappedFinding finding, long createdRun, TextIds texts) {
        return new Content(
                words.rowHash(),
                finding.changedAt(),
                createdRun,
                context.runId(),
                texts.vulnerability(finding),
                texts.remediation(finding));
    }

    private static Said said(MappedFinding finding) {
        var state = finding.state();
        return new Said(
                state.severity(),
                state.suppressed(),
                state.lastFound(),
                finding.words(),
                finding.keys());
    }

    private static Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return Objects.requireNonNull(a == null ? b : a);
        }
        return a.isBefore(b) ? a : b;
    }
}
