package io.penstock.platform.closing;

import io.penstock.core.finding.Word;
import io.penstock.core.finding.Word.Kind;
import io.penstock.core.finding.Word.Standing;
import io.penstock.platform.reading.RunKind;

import java.time.Instant;
import java.util.UUID;

/**
 * A run that is being ended, and how far.
 *
 * @param end what the run will be
 * @param doneUntil ids up to this one are done in the present stage
 * @param parts ids are gone through in so many parts
 */
record ClosingRun(
        Subject subject, Closings.End end, Stage stage, UUID doneUntil, int parts, Seen seen) {

    /** What a run's end goes through, in this order. */
    enum Stage {
        /** Counting what the pages reported: is it all there? */
        PROVE,
        /** Marking the hosts that were not reported. */
        HOSTS,
        /** Marking the findings that were not reported. */
        FINDINGS,
        /** Words on findings that a person is to decide about wait with them. */
        JOIN,
        JUDGE,
        APPLY,
        HOLD,
        /** Clearing away what the pages reported. */
        SWEEP,
        DONE
    }

    /**
     * @param windowUntil when what the run shows was so
     */
    record Subject(
            int tenantId,
            long runId,
            int connectionId,
            int profileId,
            RunKind kind,
            Instant windowUntil) {

        /** What the run shows of a record by not reporting it. */
        Word absence(Kind kind, Standing standing) {
            return new Word(kind, windowUntil, runId, runId, IdRange.START, standing);
        }
    }

    /** How much was reported, as far as it is counted; see {@code run_seen}. */
    record Seen(long findings, long distinctFindings, long hosts, long distinctHosts) {

        static final Seen NONE = new Seen(0, 0, 0, 0);

        Seen and(Seen more) {
            return new Seen(
                    findings + more.findings,
                    distinctFindings + more.distinctFindings,
                    hosts + more.hosts,
                    distinctHosts + more.distinctHosts);
        }
    }

    IdRange range() {
        return IdRange.from(doneUntil, parts);
    }

    /** Begins another stage. */
    ClosingRun at(Stage next) {
        return new ClosingRun(subject, end, next, IdRange.START, parts, seen);
    }

    /** In the same stage, up to an id. */
    ClosingRun until(UUID id) {
        return new ClosingRun(subject, end, stage, id, parts, seen);
    }

    ClosingRun counted(Seen more) {
        return new ClosingRun(subject, end, stage, doneUntil, parts, seen.and(more));
    }

    /** With one more sentence for people. */
    ClosingRun saying(String sentence) {
        var said = end.message().isEmpty() ? sentence : end.message() + " " + sentence;
        var longer = new Closings.End(end.state(), said);
        return new ClosingRun(subject, longer, stage, doneUntil, parts, seen);
    }
}
