package io.penstock.platform.run;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The slices of a run, by stream and number. */
@Component
public class RunSlices {

    private static final Pattern CURSOR = Pattern.compile("([a-z][a-z0-9-]{0,39})/(\\d{1,9})");
    private static final Set<String> STATES = Set.of("", "OPEN", "SEALED", "INCOMPLETE");

    private static final String PAGE =
            """
            select stream, slice, lower_bound, upper_bound, nullif(expected, -1) as expected,
                received, distinct_count, vendor_total, state, attempt, reason, reasons
            from run_slice
            where tenant_id = :tenant and run_id = :run and (stream, slice) > (:stream, :slice)
              and (:state = '' or state = :state)
            order by stream, slice limit :limit
            """;

    private final JdbcClient jdbc;

    RunSlices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param state only slices in this state, or empty
     * @param after a {@link RunSlice#cursor()}, or null for the first page
     * @throws FaultException MALFORMED when {@code state} or {@code after} is none
     */
    public List<RunSlice> of(
            int tenantId, Run run, String state, @Nullable String after, int limit) {
        if (!STATES.contains(state)) {
            throw malformed(
                    "SLICE_STATE",
                    "The parameter 'state' is none of OPEN, SEALED, INCOMPLETE.",
                    "Leave it out for all slices.");
        }
        var first = after == null || after.isEmpty();
        var cursor = CURSOR.matcher(first ? "a/0" : after);
        if (!cursor.matches()) {
            throw malformed(
                    "CURSOR_FORM",
                    "The parameter 'after' is not one this list has given out.",
                    "Leave it out to start at the beginning.");
        }
        return jdbc.sql(PAGE)
                .param("tenant", tenantId)
                .param("run", run.id())
                .param("state", state)
                .param("stream", first ? "" : cursor.group(1))
                .param("slice", Integer.parseInt(cursor.group(2)))
                .param("limit", limit)
                .query((row, _) -> slice(row))
                .list();
    }

    private static FaultException malformed(String code, String sentence, String hint) {
        return new FaultException(FaultKind.MALFORMED, code, sentence, hint);
    }

    private static RunSlice slice(ResultSet row) throws SQLException {
        return new RunSlice(
                row.getString("stream"),
                row.getInt("slice"),
                new RunSlice.Bounds(row.getString("lower_bound"), row.getString("upper_bound")),
                new RunSlice.Counts(
                        number(row, "expected"),
                        row.getLong("received"),
                        row.getLong("distinct_count"),
                        number(row, "vendor_total")),
                row.getString("state"),
                row.getInt("attempt"),
                row.getString("reason"),
                List.of((String[]) row.getArray("reasons").getArray()));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        var number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
