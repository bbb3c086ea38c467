package io.penstock.platform.report;

import io.penstock.platform.export.ExportFormat;
import io.penstock.platform.export.ExportKind;
import io.penstock.platform.export.ExportOrder;
import io.penstock.platform.search.ExportQuery;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The columns of a {@code report r} as a {@link Report}. */
final class ReportRow {

    static final String COLUMNS =
            """
            r.report_id, r.report_uuid, r.username, r.name, r.description, r.kind, r.format,
            r.findings_query, r.assets_query, r.state, r.attempt, r.rows_written, r.rows_total,
            r.bytes, r.stored_bytes, r.reason, r.asked_at, r.started_at, r.ended_at
            """;

    private ReportRow() {}

    static Report report(ResultSet row, int number) throws SQLException {
        return new Report(
                row.getLong("report_id"),
                row.getObject("report_uuid", UUID.class),
                row.getString("username"),
                order(row),
                new Report.Progress(
                        ReportState.valueOf(row.getString("state")),
                        row.getLong("rows_written"),
                        row.getObject("rows_total", Long.class),
                        row.getLong("bytes"),
                        row.getLong("stored_bytes"),
                        row.getString("reason"),
                        row.getObject("attempt", UUID.class)),
                new Report.Times(
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        time(row, "started_at"),
                        time(row, "ended_at")));
    }

    private static ReportOrder order(ResultSet row) throws SQLException {
        return new ReportOrder(
                row.getString("name"),
                row.getString("description"),
                new ExportOrder(
                        ExportKind.valueOf(row.getString("kind")),
                        ExportFormat.of(row.getString("format")),
                        new ExportQuery(
                                row.getString("findings_query"), row.getString("assets_query"))));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
