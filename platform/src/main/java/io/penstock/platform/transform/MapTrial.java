package io.penstock.platform.transform;

import io.penstock.core.transform.RecordValues;
import io.penstock.core.transform.Transformed;
import io.penstock.core.transform.Transformed.Rejected;
import io.penstock.core.transform.Tried;

import java.util.List;
import java.util.Optional;

/**
 * Tries a map on one record. A function of the two and nothing else: no clock, no database, nothing
 * kept. A trial may be used for any number of records by one thread.
 */
public final class MapTrial {

    private final StreamPlan plan;
    private final RecordReader reader;
    private final RecordValues values;

    public MapTrial(StreamPlan plan) {
        this.plan = plan;
        this.reader = new RecordReader(plan.map().projection());
        this.values = new RecordValues(plan.map().projection());
    }

    /**
     * What becomes of one record.
     *
     * @param recordKey the vendor's id; empty when it has none
     * @param hostKey the host it is about; empty when it says none
     * @param rows what each row of the map does with it; none when it cannot be read
     * @param result what a page would have made of it
     */
    public record Outcome(
            String recordKey, String hostKey, List<Tried.Row> rows, Transformed result) {

        public Outcome {
            rows = List.copyOf(rows);
        }
    }

    /** Tries one record, as JSON in UTF-8; never throws for any bytes. */
    public Outcome of(byte[] record) {
        if (record.length > PageRecords.RECORD_MAX) {
            return unreadable(PageReader.tooLongSentence(record.length));
        }
        var fault = reader.read(record, 0, record.length, values);
        if (fault.isPresent()) {
            return unreadable(fault.get());
        }
        var tried = plan.map().tryOut(values);
        var recordKey = plan.recordKey(values);
        var hostKey = plan.hostKey(values);
        Optional<? extends Transformed> keyless = PageMapping.keyFault(plan, recordKey, hostKey);
        return new Outcome(
                recordKey,
                hostKey.orElse(""),
                tried.rows(),
                keyless.isPresent() ? keyless.get() : tried.result());
    }

    private static Outcome unreadable(String reason) {
        return new Outcome("", "", List.of(), new Rejected(PageMapping.WHOLE_RECORD, reason));
    }
}
