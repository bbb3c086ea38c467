package io.penstock.platform.api;

import io.penstock.platform.closing.Hold;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * The held closings of a run.
 *
 * @param state {@code OPEN}, {@code RELEASED}, {@code REJECTED} or {@code OVERTAKEN}
 * @param closings findings that the run would have closed
 * @param waiting how many of them still wait
 * @param decidedBy empty while nobody has decided
 * @param doneAt when the decision had reached the last finding; null before
 */
record HoldJson(
        UUID run,
        UUID connection,
        String state,
        long closings,
        long waiting,
        long openBefore,
        String reason,
        Instant heldAt,
        String decidedBy,
        @Nullable Instant decidedAt,
        String note,
        @Nullable Instant doneAt) {

    static HoldJson of(Hold hold) {
        var decision = hold.decision();
        return new HoldJson(
                hold.run(),
                hold.connection(),
                hold.state().name(),
                hold.closings(),
                hold.waiting(),
                hold.openBefore(),
                hold.reason(),
                hold.heldAt(),
                decision.by(),
                decision.at(),
                decision.note(),
                decision.doneAt());
    }
}
