package io.penstock.platform.api;

import io.penstock.platform.export.ExportKind;
import io.penstock.platform.report.Report;
import io.penstock.platform.report.ReportState;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A report as REST shows it.
 *
 * @param rows in the file so far
 * @param totalRows there are to be; null until they are counted
 * @param bytes of the whole file; 0 until it is complete
 * @param reason why it failed or was cancelled, or empty
 */
record ReportJson(
        UUID id,
        String name,
        String description,
        ExportKind kind,
        String format,
        String findingsQuery,
        String assetsQuery,
        ReportState status,
        long rows,
        @Nullable Long totalRows,
        long bytes,
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    static ReportJson of(Report report) {
        var order = report.order();
        var progress = report.progress();
        return new ReportJson(
                report.id(),
                order.name(),
                order.description(),
                order.export().kind(),
                order.export().format().label(),
                order.export().query().findings(),
                order.export().query().assets(),
                progress.state(),
                progress.rows(),
                progress.totalRows(),
                progress.bytes(),
                progress.reason(),
                report.username(),
                report.times().askedAt(),
                report.times().startedAt(),
                report.times().endedAt());
    }
}
