package io.penstock.platform.run;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.regex.Pattern;

/** The rejected records of a run, in the order they came. */
@Component
public class RejectedRecords {

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

    private final JdbcClient jdbc;

    RejectedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param after a {@link RejectedRecord#cursor()}, or null for the first page
     * @throws FaultException MALFORMED when {@code after} is no such cursor
     */
    public List<RejectedRecord> of(int tenantId, Run run, @Nullable String after, int limit) {
        var cursor = CURSOR.matcher(after == null || after.isEmpty() ? "0-0" : after);
        if (!cursor.matches()) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "CURSOR_FORM",
                    "The parameter 'after' is not one this list has given out.",
                    "Leave it out to start at the beginning.");
        }
        var first = after == null || after.isEmpty();
        return jdbc.sql(
                        """
                        select page_id || '-' || record_index as cursor, stream, record_key, field,
                               reason, excerpt
                        from rejected_record
                        where tenant_id = :tenant and run_id = :run
                          and (page_id, record_index) > (:page, :index)
                        order by page_id, record_index limit :limit
                        """)
                .param("tenant", tenantId)
                .param("run", run.id())
                .param("page", Long.parseLong(cursor.group(1)))
                .param("index", first ? -1 : Integer.parseInt(cursor.group(2)))
                .param("limit", limit)
                .query((row, number) ->
                        new RejectedRecord(
                                row.getString("cursor"),
                                row.getString("stream"),
                                row.getString("record_key"),
                                row.getString("field"),
                                row.getString("reason"),
                                row.getString("excerpt")))
                .list();
    }
}
