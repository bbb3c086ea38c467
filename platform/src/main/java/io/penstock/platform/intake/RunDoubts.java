package io.penstock.platform.intake;

import io.penstock.core.value.Shown;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Why a run is not complete, in one sentence. */
@Component
class RunDoubts {

    /** A bound is the vendor's own text; a sentence for people shows the start of it. */
    private static final int BOUND_SHOWN = 60;

    private static final String SLICE =
            """
            select stream, slice, lower_bound, upper_bound,
                case when state = 'OPEN' then 'was not read to its end' else reason end as why
            from run_slice where tenant_id = ? and run_id = ? and state <> 'SEALED'
            order by stream, slice limit 1
            """;

    private static final String UNPLANNED =
            """
            select 'stream ' || stream || ' was not planned' from run_stream
            where tenant_id = ? and run_id = ? and not planned order by stream limit 1
            """;

    private static final String PAGE =
            """
            select case when state = 'BROKEN'
                then 'page ' || page_id || ' of ' || stream || ' is broken: ' || failure
                else 'page ' || page_id || ' of ' || stream || ' was sent with ' || records
                    || ' records and holds ' || (mapped + rejected) end
            from raw_page where tenant_id = ? and run_id = ?
              and (state = 'BROKEN' or (state = 'DONE' and records <> mapped + rejected))
            order by state, page_id limit 1
            """;

    private final JdbcClient jdbc;

    RunDoubts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first thing that keeps a run from being complete; empty when nothing does. */
    String first(int tenantId, long runId) {
        var unread = unread(tenantId, runId);
        return unread.isEmpty() ? sentence(PAGE, tenantId, runId) : unread;
    }

    /** The first thing that was not read; empty when every slice is sealed. */
    String unread(int tenantId, long runId) {
        var slice =
                jdbc.sql(SLICE)
                        .params(tenantId, runId)
                        .query((row, _) -> slice(row))
                        .optional()
                        .orElse("");
        return slice.isEmpty() ? sentence(UNPLANNED, tenantId, runId) : slice;
    }

    private String sentence(String sql, int tenantId, long runId) {
        return jdbc.sql(sql)
                .params(tenantId, runId)
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse("");
    }

    private static String slice(ResultSet row) throws SQLException {
        return "slice "
                + row.getString("stream")
                + "/"
                + row.getInt("slice")
                + range(row.getString("lower_bound"), row.getString("upper_bound"))
                + ": "
                + row.getString("why");
    }

    private static String range(String lower, String upper) {
        if (lower.isEmpty() && upper.isEmpty()) {
            return "";
        }
        if (lower.isEmpty()) {
            return " (up to " + shown(upper) + ")";
        }
        return upper.isEmpty()
                ? " (from " + shown(lower) + ")"
                : " (" + shown(lower) + " to " + shown(upper) + ")";
    }

    private static String shown(String bound) {
        return Shown.of(bound, BOUND_SHOWN);
    }
}
