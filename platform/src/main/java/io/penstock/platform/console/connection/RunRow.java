package io.penstock.platform.console.connection;

import io.penstock.platform.run.Run;
import io.penstock.platform.run.RunLedger;
import io.penstock.platform.run.StreamLedger.Records;

import java.util.function.ToLongFunction;

/** A run as the list of runs shows it, all streams together. */
record RunRow(
        Run run,
        boolean balanced,
        long received,
        long created,
        long updated,
        long unchanged,
        long rejected) {

    static RunRow of(RunLedger ledger) {
        return new RunRow(
                ledger.run(),
                ledger.balanced(),
                ledger.received(),
                sum(ledger, Records::created),
                sum(ledger, Records::updated),
                sum(ledger, Records::unchanged),
                ledger.rejected());
    }

    private static long sum(RunLedger ledger, ToLongFunction<Records> count) {
        return ledger.streams().stream().mapToLong(s -> count.applyAsLong(s.records())).sum();
    }

    /** What the run went through, in a word or two. */
    public String reads() {
        return switch (run.kind()) {
            case FULL -> "everything";
            case DELTA -> "changes";
            case REPLAY -> "stored pages";
            case UPLOAD -> "a file";
        };
    }
}
