package io.penstock.platform.api;

import io.penstock.platform.run.Run;
import io.penstock.platform.run.RunLedger;
import io.penstock.platform.run.StreamLedger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A run with its ledger as the API shows it.
 *
 * @param kind {@code FULL}, {@code DELTA}, {@code REPLAY} or {@code UPLOAD}
 * @param balanced true when every stream's numbers agree
 * @param hold null unless the breaker held the run's closings
 */
record RunJson(
        UUID uuid,
        UUID connection,
        UUID profile,
        String state,
        String kind,
        String trigger,
        String mapName,
        int mapVersion,
        Instant openedAt,
        @Nullable Instant readEndedAt,
        @Nullable Instant endedAt,
        String faultCode,
        String message,
        boolean balanced,
        @Nullable HeldJson hold,
        List<StreamJson> streams) {

    /**
     * @param state {@code OPEN} while closings of the run wait for a person
     * @param closings findings that the run would have closed
     */
    record HeldJson(String state, long closings) {

        static @Nullable HeldJson of(Run.@Nullable Held held) {
            return held == null ? null : new HeldJson(held.state(), held.closings());
        }
    }

    /**
     * One stream's account; null totals are not known yet, {@code from} is null when all was read.
     */
    record StreamJson(
            String stream,
            String kind,
            @Nullable Instant from,
            int slices,
            int sealedSlices,
            int incompleteSlices,
            @Nullable Long vendorTotal,
            @Nullable Long announcedTotal,
            long received,
            long distinct,
            long pages,
            long pagesDone,
            long mapped,
            long rejected,
            long created,
            long updated,
            long unchanged,
            long superseded) {

        static StreamJson of(StreamLedger ledger) {
            return new StreamJson(
                    ledger.stream(),
                    ledger.kind().name(),
                    ledger.from(),
                    ledger.slices().planned(),
                    ledger.slices().sealed(),
                    ledger.slices().incomplete(),
                    ledger.slices().vendorTotal(),
                    ledger.slices().announcedTotal(),
                    ledger.slices().received(),
                    ledger.slices().distinct(),
                    ledger.pages().delivered(),
                    ledger.pages().done(),
                    ledger.records().mapped(),
                    ledger.records().rejected(),
                    ledger.records().created(),
                    ledger.records().updated(),
                    ledger.records().unchanged(),
                    ledger.records().superseded());
        }
    }

    static RunJson of(RunLedger ledger) {
        var run = ledger.run();
        return new RunJson(
                run.uuid(),
                run.subject().connection(),
                run.subject().profile(),
                run.state().name(),
                run.kind().name(),
                run.trigger(),
                run.subject().mapName(),
                run.subject().mapVersion(),
                run.times().openedAt(),
                run.times().readEndedAt(),
                run.times().endedAt(),
                run.outcome().faultCode(),
                run.outcome().message(),
                ledger.balanced(),
                HeldJson.of(run.outcome().held()),
                ledger.streams().stream().map(StreamJson::of).toList());
    }
}
