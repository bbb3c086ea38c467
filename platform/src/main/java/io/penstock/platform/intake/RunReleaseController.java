package io.penstock.platform.intake;

import io.penstock.platform.security.Caller;
import io.penstock.wire.EnginePaths;

import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

/** An engine that is told to stop gives its run back, so that the next one need not wait. */
@RestController
class RunReleaseController {

    private final RunLeases runs;

    RunReleaseController(RunLeases runs) {
        this.runs = runs;
    }

    @PostMapping("/engine/v1/runs/{run}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void release(
            Caller caller,
            @PathVariable UUID run,
            @RequestHeader(EnginePaths.HEADER_LEASE) UUID lease) {
        var held = runs.heldAlone(new EngineCall(caller.tenantId(), run, lease));
        runs.renew(caller.tenantId(), held.id(), 0);
    }
}
