package io.penstock.platform.api;

import io.penstock.platform.replay.RunCancellation;
import io.penstock.platform.run.RejectedRecord;
import io.penstock.platform.run.RejectedRecords;
import io.penstock.platform.run.RunCourse;
import io.penstock.platform.run.RunCourses;
import io.penstock.platform.run.RunSlices;
import io.penstock.platform.run.Runs;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** Runs with their ledger, their slices, and what they rejected. */
@RestController
class RunsController {

    private static final int RUNS_MAX = 100;
    private static final int ROWS_MAX = 500;

    private final Runs runs;
    private final RunCancellation cancellation;
    private final RunSlices slices;
    private final RejectedRecords rejected;
    private final RunCourses courses;

    RunsController(
            Runs runs,
            RunSlices slices,
            RejectedRecords rejected,
            RunCourses courses,
            RunCancellation cancellation) {
        this.runs = runs;
        this.courses = courses;
        this.cancellation = cancellation;
        this.slices = slices;
        this.rejected = rejected;
    }

    /**
     * @param next pass it as {@code after}; null on the last page
     */
    record RunsJson(List<RunJson> rows, @Nullable Long next) {}

    /**
     * @param next pass it as {@code after}; null on the last page
     */
    record RejectedJson(List<RejectedRecord> rows, @Nullable String next) {}

    /**
     * @param next pass it as {@code after}; null on the last page
     */
    record SlicesJson(List<SliceJson> rows, @Nullable String next) {}

    /**
     * Runs, newest first.
     *
     * @param after the {@code next} of an earlier page
     * @param connection only runs of this connection
     * @return one page
     */
    @GetMapping("/api/v1/runs")
    RunsJson all(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID connection,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "20") int limit) {
        var size = Limits.checked(limit, RUNS_MAX);
        var before = after == null ? Long.MAX_VALUE : after;
        var found = runs.newest(caller.tenantId(), connection, before, size);
        var next = found.size() < size ? null : found.getLast().run().id();
        return new RunsJson(found.stream().map(RunJson::of).toList(), next);
    }

    /**
     * One run with its ledger.
     *
     * @return the run
     */
    @GetMapping("/api/v1/runs/{uuid}")
    RunJson one(Caller caller, @PathVariable UUID uuid) {
        return RunJson.of(runs.require(caller.tenantId(), uuid));
    }

    /**
     * Who made a run, what went wrong in it, and what was done about that.
     *
     * @return the course of the run
     */
    @GetMapping("/api/v1/runs/{uuid}/course")
    RunCourse course(Caller caller, @PathVariable UUID uuid) {
        return courses.of(caller.tenantId(), runs.require(caller.tenantId(), uuid).run());
    }

    /**
     * Ask a run to stop.
     *
     * @return asked; the engine learns of it with its next heartbeat
     */
    @PostMapping("/api/v1/runs/{uuid}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunJson cancel(Caller caller, @PathVariable UUID uuid) {
        runs.requestCancel(caller.tenantId(), uuid);
        cancellation.stop(caller.tenantId(), uuid, caller.username());
        return one(caller, uuid);
    }

    /**
     * The slices of a run, by stream and number.
     *
     * @param state only slices in this state
     * @return one page
     */
    @GetMapping("/api/v1/runs/{uuid}/slices")
    SlicesJson slices(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Limits.checked(limit, ROWS_MAX);
        var run = runs.require(caller.tenantId(), uuid).run();
        var found = slices.of(caller.tenantId(), run, state, after, size);
        var next = found.size() < size ? null : found.getLast().cursor();
        return new SlicesJson(found.stream().map(SliceJson::of).toList(), next);
    }

    /**
     * Records of a run that could not be mapped.
     *
     * @return one page
     */
    @GetMapping("/api/v1/runs/{uuid}/rejected-records")
    RejectedJson rejectedRecords(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Limits.checked(limit, ROWS_MAX);
        var run = runs.require(caller.tenantId(), uuid).run();
        var records = rejected.of(caller.tenantId(), run, after, size);
        return new RejectedJson(records, records.size() < size ? null : records.getLast().cursor());
    }
}
