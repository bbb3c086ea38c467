package io.penstock.platform.report;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.setting.Settings;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Takes orders for reports, says how far they are, and hands their files out. */
@Component
public class Reports {

    private final ReportRows rows;
    private final ReportFiles files;
    private final ReportQueue queue;
    private final ReportSettings settings;
    private final Settings chosen;
    private final Clock clock;

    Reports(
            ReportRows rows,
            ReportFiles files,
            ReportQueue queue,
            ReportSettings settings,
            Settings chosen,
            Clock clock) {
        this.rows = rows;
        this.files = files;
        this.queue = queue;
        this.settings = settings;
        this.chosen = chosen;
        this.clock = clock;
    }

    /**
     * @throws FaultException RATE_LIMITED when too many of the asker's wait
     */
    @Transactional
    public Report ask(Asker asker, ReportOrder order) {
        var waiting = rows.lockWaiting(asker);
        if (waiting >= settings.waitingPerUser()) {
            throw new FaultException(
                    FaultKind.RATE_LIMITED,
                    "REPORTS_WAITING",
                    waiting + " of your reports wait or are being made, more are not allowed.",
                    "Wait for their end, or cancel one.");
        }
        var uuid = UUID.randomUUID();
        rows.add(asker, uuid, order, clock.instant());
        queue.ring();
        return require(asker, uuid);
    }

    /**
     * @param before the {@link Report#number} of the last one seen, or the greatest number
     */
    public List<Report> newest(Asker asker, long before, int limit) {
        return rows.newest(asker, before, limit);
    }

    /**
     * @throws FaultException NOT_FOUND when there is none, or it is not the asker's to see
     */
    public Report require(Asker asker, UUID uuid) {
        return rows.find(asker, uuid)
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "REPORT_UNKNOWN",
                                "There is no report " + uuid + ".",
                                ""));
    }

    /**
     * The file, compressed by gzip.
     *
     * @throws FaultException CONFLICT when the report is not complete; NOT_FOUND when its file has
     *     gone
     */
    public Path file(Report report) {
        var progress = report.progress();
        if (progress.state() != ReportState.COMPLETED || progress.attempt() == null) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "REPORT_NOT_COMPLETE",
                    "The report is " + progress.state() + "; only a COMPLETED one has a file.",
                    progress.reason().isEmpty() ? "Ask again later." : progress.reason());
        }
        return files.find(progress.attempt())
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "REPORT_FILE_GONE",
                                "The file of report " + report.id() + " is not in the directory.",
                                "Ask for the report once more."));
    }

    /**
     * Ends it within seconds if it is being made.
     *
     * @throws FaultException CONFLICT when it has ended
     */
    @Transactional
    public Report cancel(Asker asker, UUID uuid) {
        var report = require(asker, uuid);
        if (!rows.cancel(asker, report, clock.instant())) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "REPORT_ENDED",
                    "The report is " + require(asker, uuid).progress().state() + " already.",
                    "");
        }
        return require(asker, uuid);
    }

    /** How long the reports of a tenant stay after their end, unless they are too many. */
    public Duration kept(int tenantId) {
        var days = chosen.chosen(tenantId, ReportSettings.KEPT_DAYS);
        return days.isPresent() ? Duration.ofDays(days.getAsLong()) : settings.kept();
    }

    /** With its file; whoever makes it stops. */
    public void delete(Asker asker, UUID uuid) {
        rows.delete(asker, require(asker, uuid)).ifPresent(files::drop);
    }
}
