package io.penstock.platform.console.report;

import io.penstock.platform.report.Report;
import io.penstock.platform.report.ReportState;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A report as its line of the list.
 *
 * @param query what it holds, in words of the query language
 * @param gone when it is taken away by age; null while it has not ended
 */
public record ReportView(Report report, String query, @Nullable Instant gone) {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final int STEP = 1_000;
    private static final int MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_DAY = 1_440;

    static ReportView of(Report report, Duration kept) {
        var query = report.order().export().query();
        var texts =
                query.findings().isBlank()
                        ? query.assets()
                        : query.assets().isBlank()
                                ? query.findings()
                                : query.findings() + " · " + query.assets();
        var ended = report.times().endedAt();
        return new ReportView(
                report,
                texts.isBlank() ? "everything" : texts,
                ended == null ? null : ended.plus(kept));
    }

    /** {@code 7 days}, or in smaller units when it is no whole number of days. */
    static String words(Duration kept) {
        if (kept.toMinutes() % MINUTES_PER_DAY == 0) {
            return kept.toDays() + (kept.toDays() == 1 ? " day" : " days");
        }
        return kept.toMinutes() % MINUTES_PER_HOUR == 0
                ? kept.toHours() + " h"
                : kept.toMinutes() + " min";
    }

    public boolean inFlight() {
        var state = report.progress().state();
        return state == ReportState.REQUESTED || state == ReportState.RUNNING;
    }

    public boolean complete() {
        return report.progress().state() == ReportState.COMPLETED;
    }

    /** Class of its mark. */
    public String tone() {
        return switch (report.progress().state()) {
            case REQUESTED -> "idle";
            case RUNNING -> "busy";
            case COMPLETED -> "good";
            case FAILED -> "bad";
            case CANCELLED -> "warn";
        };
    }

    /** {@code 12.3 MB}. */
    public String size() {
        var size = (double) report.progress().bytes();
        var unit = 0;
        while (size >= STEP && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        var form = unit == 0 ? "%.0f %s" : "%.1f %s";
        return String.format(Locale.ROOT, form, size, UNITS[unit]);
    }
}
