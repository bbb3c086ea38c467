package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.replay.ReplayOrder;
import io.penstock.platform.replay.ReplayOrder.AllPages;
import io.penstock.platform.replay.ReplayOrder.Rejects;
import io.penstock.platform.replay.ReplayOrder.Selection;
import io.penstock.platform.replay.Replays;
import io.penstock.platform.run.Runs;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

/** Stored pages through another map version, without the vendor. */
@RestController
class ReplaysController {

    private final Replays replays;
    private final Runs runs;

    ReplaysController(Replays replays, Runs runs) {
        this.replays = replays;
        this.runs = runs;
    }

    /**
     * @param what {@code rejects} or {@code pages}
     * @param record a rejected record's cursor
     */
    record ReplayInput(
            @Nullable String what,
            @Nullable UUID map,
            @Nullable Integer version,
            @Nullable String stream,
            @Nullable String field,
            @Nullable String reason,
            @Nullable String record) {

        Selection selection() {
            return switch (text(what)) {
                case "pages" -> new AllPages();
                case "rejects" ->
                        new Rejects(text(stream), text(field), text(reason), text(record));
                default ->
                        throw new FaultException(
                                FaultKind.CONFIGURATION,
                                "REPLAY_WHAT",
                                "The body's 'what' is neither 'rejects' nor 'pages'.",
                                "");
            };
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    /**
     * Go through stored pages again, without the vendor.
     *
     * @return the new run
     */
    @PostMapping("/api/v1/runs/{uuid}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunJson replay(Caller caller, @PathVariable UUID uuid, @RequestBody ReplayInput input) {
        var order = new ReplayOrder(uuid, input.map(), input.version(), input.selection());
        var run = replays.start(caller.tenantId(), caller.username(), order);
        return RunJson.of(runs.require(caller.tenantId(), run));
    }
}
