package io.penstock.engine.read;

import io.penstock.core.run.StreamName;
import io.penstock.source.Page;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** How far one stream is. Counted by many threads, told by one. */
final class StreamProgress {

    private final StreamName stream;
    private final LongAdder records = new LongAdder();
    private final LongAdder pages = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder slices = new LongAdder();
    private final LongAdder judged = new LongAdder();
    private final LongAdder splits = new LongAdder();
    private final LongAdder secondReads = new LongAdder();
    private final LongAdder givenUp = new LongAdder();
    private final LongAdder fresh = new LongAdder();
    private final LongAdder expected = new LongAdder();

    StreamProgress(StreamName stream) {
        this.stream = stream;
    }

    void slice(SliceRead slice) {
        slices.increment();
        expected.add(slice.expected());
    }

    void delivered(Page page) {
        records.add(page.records());
        fresh.add(page.fresh());
        pages.increment();
        bytes.add(page.body().length);
    }

    /** A slice was cut; its records were counted with it already. */
    void split() {
        slices.increment();
        splits.increment();
    }

    void judged() {
        judged.increment();
    }

    void secondRead(SliceRead slice) {
        secondReads.increment();
        expected.add(slice.expected());
    }

    void givenUp() {
        givenUp.increment();
    }

    /**
     * @param elapsed since the stream was begun by this process
     */
    String line(Duration elapsed, FaultTally faults) {
        var rate = fresh.sum() * 1_000.0 / Math.max(1, elapsed.toMillis());
        return String.format(
                Locale.ROOT,
                "%s: %d of %d slices, %d records, %.0f records/s, %s; faults met: %s.",
                stream,
                judged.sum(),
                slices.sum(),
                records.sum(),
                rate,
                timeLeft(rate),
                faults);
    }

    private String timeLeft(double rate) {
        var left = expected.sum() - fresh.sum();
        if (left <= 0 || rate < 1) {
            return "time left unknown";
        }
        var seconds = Math.round(left / rate);
        return seconds < 90
                ? "about " + seconds + " s left"
                : "about " + Math.round(seconds / 60.0) + " min left";
    }

    ReadCounts counts(ByteBudget budget) {
        return new ReadCounts(
                records.sum(),
                pages.sum(),
                bytes.sum(),
                judged.sum(),
                splits.sum(),
                secondReads.sum(),
                givenUp.sum(),
                budget.peak());
    }
}
