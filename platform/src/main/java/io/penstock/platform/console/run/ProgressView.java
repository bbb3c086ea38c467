package io.penstock.platform.console.run;

import io.penstock.core.run.StreamKind;
import io.penstock.platform.run.RunLedger;
import io.penstock.platform.run.StreamLedger;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A bar: how many records of a stream are in the inventory.
 *
 * @param expected the vendor's number, or null while it is not known
 * @param perSecond how many records came in each second lately; null when it stands still
 */
public record ProgressView(
        String label,
        long done,
        @Nullable Long expected,
        boolean complete,
        @Nullable Double perSecond) {

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    /** Assets and findings, in this order (B-20). */
    public static List<ProgressView> of(RunLedger ledger) {
        return of(ledger, Map.of());
    }

    /**
     * @param pace records per second, by stream
     */
    public static List<ProgressView> of(RunLedger ledger, Map<String, Double> pace) {
        return List.of(
                bar("Assets", ledger.stream(StreamKind.HOSTS), pace),
                bar("Findings", ledger.stream(StreamKind.FINDINGS), pace));
    }

    private static ProgressView bar(
            String label, Optional<StreamLedger> stream, Map<String, Double> pace) {
        return stream.map(ledger ->
                        new ProgressView(
                                label,
                                ledger.handled(),
                                ledger.expected(),
                                ledger.imbalances().isEmpty(),
                                pace.get(ledger.stream())))
                .orElse(new ProgressView(label, 0, null, false, null));
    }

    /** {@code 1,234 a second, about 3 min left}; empty while nothing moves. */
    public String pace() {
        var rate = perSecond;
        if (rate == null || complete) {
            return "";
        }
        var speed =
                rate < 1
                        ? String.format(Locale.ROOT, "%.1f a second", rate)
                        : String.format(Locale.ROOT, "%,d a second", Math.round(rate));
        var total = expected;
        return total == null || total <= done
                ? speed
                : speed + ", " + left(Math.round((total - done) / rate));
    }

    private static String left(long seconds) {
        if (seconds < MINUTE) {
            return "less than a minute left";
        }
        return seconds < HOUR
                ? "about " + (seconds + MINUTE / 2) / MINUTE + " min left"
                : String.format(
                        Locale.ROOT,
                        "about %d h %02d min left",
                        seconds / HOUR,
                        seconds % HOUR / MINUTE);
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
