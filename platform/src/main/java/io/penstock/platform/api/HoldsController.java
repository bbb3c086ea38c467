package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.closing.HeldChange;
import io.penstock.platform.closing.HeldCount;
import io.penstock.platform.closing.Hold;
import io.penstock.platform.closing.Hold.State;
import io.penstock.platform.closing.Holds;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Runs whose closings wait for a person: what they would close, release, reject. */
@RestController
class HoldsController {

    private static final int HOLDS_MAX = 100;
    private static final int CHANGES_MAX = 500;
    private static final int COUNTS_MAX = 500;

    private final Holds holds;

    HoldsController(Holds holds) {
        this.holds = holds;
    }

    /**
     * @param next pass it as {@code after}; null on the last page
     */
    record HoldsJson(List<HoldJson> rows, @Nullable Long next) {}

    /**
     * @param next pass it as {@code after}; null on the last page
     */
    record ChangesJson(List<HeldChange> rows, @Nullable UUID next) {}

    record CountsJson(List<HeldCount> rows) {}

    /**
     * @param note for those who look at it later; kept with the decision
     */
    record DecisionInput(@Nullable String note) {

        static String noteOf(@Nullable DecisionInput input) {
            return input == null || input.note() == null ? "" : input.note();
        }
    }

    /**
     * Held closings of all connections, newest first.
     *
     * @return one page
     */
    @GetMapping("/api/v1/holds")
    HoldsJson all(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID connection,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "20") int limit) {
        var size = Limits.checked(limit, HOLDS_MAX);
        var before = after == null ? Long.MAX_VALUE : after;
        var found = holds.all(caller.tenantId(), connection, state(state), before, size);
        var next = found.size() < size ? null : found.getLast().runId();
        return new HoldsJson(found.stream().map(HoldJson::of).toList(), next);
    }

    /**
     * The hold of a run.
     *
     * @return the hold
     */
    @GetMapping("/api/v1/runs/{uuid}/hold")
    HoldJson one(Caller caller, @PathVariable UUID uuid) {
        return HoldJson.of(hold(caller, uuid));
    }

    /**
     * Findings that the hold would close.
     *
     * @return one page
     */
    @GetMapping("/api/v1/runs/{uuid}/hold/changes")
    ChangesJson changes(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Limits.checked(limit, CHANGES_MAX);
        var found = holds.changes(caller.tenantId(), hold(caller, uuid).runId(), after, size);
        return new ChangesJson(found, found.size() < size ? null : found.getLast().record());
    }

    /**
     * What the hold would close, counted by CVE or host. Most findings first.
     *
     * @return counts
     */
    @GetMapping("/api/v1/runs/{uuid}/hold/counts")
    CountsJson counts(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "cve") String by,
            @RequestParam(defaultValue = "20") int limit) {
        var size = Limits.checked(limit, COUNTS_MAX);
        var run = hold(caller, uuid).runId();
        return new CountsJson(
                switch (by) {
                    case "cve" -> holds.byCve(caller.tenantId(), run, size);
                    case "host" -> holds.byHost(caller.tenantId(), run, size);
                    default ->
                            throw refused(
                                    "COUNT_BY", "The parameter 'by' is neither cve nor host.");
                });
    }

    /**
     * Let the held closings take effect.
     *
     * @return the hold
     */
    @PostMapping("/api/v1/runs/{uuid}/hold/release")
    HoldJson release(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestBody(required = false) @Nullable DecisionInput input) {
        var note = DecisionInput.noteOf(input);
        return HoldJson.of(holds.release(caller.tenantId(), uuid, caller.username(), note));
    }

    /**
     * Turn the held closings down: the findings stay open.
     *
     * @return the hold
     */
    @PostMapping("/api/v1/runs/{uuid}/hold/reject")
    HoldJson reject(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestBody(required = false) @Nullable DecisionInput input) {
        var note = DecisionInput.noteOf(input);
        return HoldJson.of(holds.reject(caller.tenantId(), uuid, caller.username(), note));
    }

    private Hold hold(Caller caller, UUID run) {
        return holds.require(caller.tenantId(), run);
    }

    private static @Nullable State state(String typed) {
        return switch (typed) {
            case "all" -> null;
            case "open", "released", "rejected", "overtaken" ->
                    State.valueOf(typed.toUpperCase(Locale.ROOT));
            default ->
                    throw refused(
                            "STATE_UNKNOWN",
                            "The parameter 'state' is none of open, released, rejected, overtaken"
                                    + " and all.");
        };
    }

    private static FaultException refused(String code, String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, code, sentence, "");
    }
}
