package io.penstock.platform.search;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The inventory at one moment, for one export. Belongs to the thread that opened it. */
final class Snapshot {

    private final NamedParameterJdbcTemplate database;
    private final ExportRun run;
    private final Runnable inTime;

    /**
     * @param inTime fails when the export has taken too long
     */
    Snapshot(NamedParameterJdbcTemplate database, ExportRun run, Runnable inTime) {
        this.database = database;
        this.run = run;
        this.inTime = inTime;
    }

    /** Counts all rows of a {@code from …} when somebody wants to know. */
    void countFirst(String from, Map<String, ?> binds) {
        if (run.wantsCount()) {
            var all = database.queryForObject("select count(*) " + from, binds, Long.class);
            run.counted(all == null ? 0 : all);
        }
    }

    /** Reads with memory of a few hundred rows. */
    void rows(String sql, Map<String, ?> binds, RowCallbackHandler each) {
        database.query(sql, binds, each);
    }

    <T> void handOver(T record, RecordSink<T> sink) {
        run.goOn();
        inTime.run();
        try {
            sink.take(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run.handedOver();
    }
}
