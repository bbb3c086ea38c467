package io.penstock.platform.api;

import io.penstock.platform.export.Exports;
import io.penstock.platform.report.Asker;
import io.penstock.platform.report.Report;
import io.penstock.platform.report.Reports;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Files that are made in the background (etm 5.16); administrators see those of everybody. */
@RestController
class ReportsController {

    private static final String BASE = "/api/v1/reports";
    private static final int ROWS_MAX = 100;

    private final Reports reports;
    private final Exports exports;

    ReportsController(Reports reports, Exports exports) {
        this.reports = reports;
        this.exports = exports;
    }

    /**
     * @param next pass it as {@code after}; null on the last page
     */
    record ReportsJson(List<ReportJson> rows, @Nullable Long next) {}

    /**
     * Ask for a file that is made in the background. Its address is in {@code Location}.
     *
     * @return asked
     */
    @PostMapping(BASE)
    ResponseEntity<ReportJson> ask(Caller caller, @RequestBody ReportInput input) {
        var report = reports.ask(Asker.of(caller), input.order(exports));
        return ResponseEntity.accepted()
                .location(URI.create(BASE + "/" + report.id()))
                .body(ReportJson.of(report));
    }

    /** Reports, newest first. Viewers see their own, administrators all. */
    @GetMapping(BASE)
    ReportsJson all(
            Caller caller,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "20") int limit) {
        var size = Limits.checked(limit, ROWS_MAX);
        var before = after == null ? Long.MAX_VALUE : after;
        var found = reports.newest(Asker.of(caller), before, size);
        var next = found.size() < size ? null : found.getLast().number();
        return new ReportsJson(found.stream().map(ReportJson::of).toList(), next);
    }

    /** How far a report is. */
    @GetMapping(BASE + "/{id}")
    ReportJson one(Caller caller, @PathVariable UUID id) {
        return ReportJson.of(require(caller, id));
    }

    /** The file of a report. Compressed for a client that accepts gzip. */
    @GetMapping(BASE + "/{id}/download")
    void download(
            Caller caller,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var report = require(caller, id);
        new ReportDownload(report, reports.file(report)).send(request, response);
    }

    /** End a report that waits or is made. */
    @PostMapping(BASE + "/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReportJson cancel(Caller caller, @PathVariable UUID id) {
        return ReportJson.of(reports.cancel(Asker.of(caller), id));
    }

    /** Take a report and its file away. One that is being made is ended. */
    @DeleteMapping(BASE + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        reports.delete(Asker.of(caller), id);
    }

    private Report require(Caller caller, UUID id) {
        return reports.require(Asker.of(caller), id);
    }
}
