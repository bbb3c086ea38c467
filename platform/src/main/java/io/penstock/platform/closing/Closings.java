package io.penstock.platform.closing;

import io.penstock.platform.closing.ClosingRun.Stage;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ends runs as far as findings go. Only a complete run closes; any other leaves what it brought as
 * held words, which the next complete run applies. How far a run has come is in the database, so a
 * process that dies is followed by another one, and the result is the same.
 */
@Component
public class Closings {

    /** Records, or as much work as they are, in one transaction. */
    static final int BATCH = 2_000;

    /**
     * What a run ends as.
     *
     * @param state such as {@code COMPLETE}
     * @param message sentences for people, or empty
     */
    public record End(String state, String message) {

        boolean complete() {
            return state.equals("COMPLETE");
        }
    }

    /**
     * @param work that it took, measured in records
     */
    record Advance(ClosingRun run, int work) {}

    private final ClosingRows rows;
    private final SeenProof proof;
    private final Absences absences;
    private final HeldClosings held;

    Closings(ClosingRows rows, SeenProof proof, Absences absences, HeldClosings held) {
        this.rows = rows;
        this.proof = proof;
        this.absences = absences;
        this.held = held;
    }

    /**
     * Takes a run some way towards its end: no further than one batch. The caller has locked the
     * run, and every page of it is done.
     *
     * @param judged what the run is to be; asked at its first step and kept
     * @return what it is now that all is done; empty when there is more to do
     */
    @Transactional
    public Optional<End> step(int tenantId, long runId, Supplier<End> judged) {
        var run =
                rows.find(tenantId, runId)
                        .orElseGet(() -> rows.begin(tenantId, runId, judged.get()));
        var work = 0;
        while (run.stage() != Stage.DONE && work < BATCH) {
            var advance = advance(run);
            run = advance.run();
            work += advance.work();
        }
        if (run.stage() == Stage.DONE) {
            rows.forget(run.subject());
            return Optional.of(run.end());
        }
        rows.keep(run);
        return Optional.empty();
    }

    private Advance advance(ClosingRun run) {
        return switch (run.stage()) {
            case PROVE -> proof.count(run);
            case HOSTS -> absences.hosts(run);
            case FINDINGS -> absences.findings(run);
            case JOIN -> held.join(run);
            case JUDGE -> held.judge(run);
            case APPLY -> held.apply(run);
            case HOLD -> held.hold(run);
            case SWEEP -> proof.sweep(run);
            case DONE -> throw new IllegalArgumentException("the run has ended");
        };
    }
}
