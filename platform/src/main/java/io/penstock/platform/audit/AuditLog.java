package io.penstock.platform.audit;

import io.penstock.core.fault.FaultException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/** Reads the audit log. */
@Component
public class AuditLog {

    /** Fewest days an event is kept; the database holds to it, too. */
    public static final int DAYS_LEAST = 30;

    private static final int BATCH = 1_000;
    private static final int ACTIONS_MAX = 500;

    private final AuditRows rows;

    AuditLog(AuditRows rows) {
        this.rows = rows;
    }

    /**
     * @param next pass it as {@code after}; null on the last page
     */
    public record Page(List<AuditEvent> events, @Nullable String next) {

        public Page {
            events = List.copyOf(events);
        }
    }

    /**
     * Newest first.
     *
     * @param after an earlier page's {@link Page#next()}; empty for the first page
     * @throws FaultException MALFORMED for an {@code after} that no page gave
     */
    public Page find(int tenantId, AuditFilter filter, String after, int limit) {
        var found = rows.find(tenantId, filter, AuditCursor.of(after), limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        return new Page(page, found.size() > limit ? AuditCursor.text(page.getLast()) : null);
    }

    /** The words for actions that occur, by name. */
    public List<String> actions(int tenantId) {
        return rows.actions(tenantId, ACTIONS_MAX);
    }

    /** Writes every event of a filter as CSV, newest first, a batch at a time. */
    public void export(int tenantId, AuditFilter filter, OutputStream out) throws IOException {
        var lines = AuditCsv.begin(out);
        var after = AuditCursor.START;
        List<AuditEvent> batch;
        do {
            batch = rows.find(tenantId, filter, after, BATCH);
            for (var event : batch) {
                lines.write(event);
                after = new AuditCursor(event.at(), event.id());
            }
        } while (batch.size() == BATCH);
        lines.end();
    }

    /**
     * Deletes the oldest events before a moment.
     *
     * @return how many; fewer than {@code most} when there are no more
     */
    public int forget(int tenantId, Instant before, int most) {
        return rows.forget(tenantId, before, most);
    }
}
