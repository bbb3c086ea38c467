package io.penstock.platform.report;

/** Where a report is. */
public enum ReportState {
    /** Waits for a worker. */
    REQUESTED,
    RUNNING,
    /** There is a file. */
    COMPLETED,
    FAILED,
    CANCELLED
}
