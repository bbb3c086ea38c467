package io.penstock.platform.console.run;

import io.penstock.core.run.StreamKind;
import io.penstock.platform.run.RunLedger;
import io.penstock.platform.run.StreamLedger;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * A bar: how many records of a stream are in the inventory.
 *
 * @param expected the vendor's number, or null while it is not known
 */
public record ProgressView(String label, long done, @Nullable Long expected, boolean complete) {

    /** Assets and findings, in this order (B-20). */
    public static List<ProgressView> of(RunLedger ledger) {
        return List.of(
                bar("Assets", ledger.stream(StreamKind.HOSTS)),
                bar("Findings", ledger.stream(StreamKind.FINDINGS)));
    }

    private static ProgressView bar(String label, Optional<StreamLedger> stream) {
        return stream.map(ledger ->
                        new ProgressView(
                                label,
                                ledger.handled(),
                                ledger.expected(),
                                ledger.imbalances().isEmpty()))
                .orElse(new ProgressView(label, 0, null, false));
    }

    /** For the bar; 1 when nothing is expected, so that an empty stream that is done is full. */
    public long max() {
        return expected == null || expected == 0 ? 1 : expected;
    }

    public long value() {
        return complete ? max() : Math.min(done, max());
    }

    /** Whole per cent, or null while nothing is known. */
    public @Nullable Long percent() {
        return expected == null ? null : 100 * value() / max();
    }
}
