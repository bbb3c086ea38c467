package io.penstock.platform.engine;

import io.penstock.platform.connector.Connections;
import io.penstock.platform.security.Caller;
import io.penstock.wire.EnginePaths;
import io.penstock.wire.EnginePresence;
import io.penstock.wire.EnrolAnswer;
import io.penstock.wire.EnrolRequest;
import io.penstock.wire.NewKey;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

/** What an engine calls besides its runs; see {@link EnginePaths}. */
@RestController
class EngineDutiesController {

    private static final String TARGET = "/engine/v1/connections/{connection}/profiles/{profile}";

    private final Connections connections;
    private final EngineTokens tokens;
    private final Engines engines;
    private final Presences presences;
    private final RunOrders orders;

    EngineDutiesController(
            Connections connections,
            EngineTokens tokens,
            Engines engines,
            Presences presences,
            RunOrders orders) {
        this.connections = connections;
        this.tokens = tokens;
        this.engines = engines;
        this.presences = presences;
        this.orders = orders;
    }

    @PostMapping(EnginePaths.ENROL)
    EnrolAnswer enrol(@RequestBody EnrolRequest request) {
        return new EnrolAnswer(tokens.enrol(request));
    }

    @PutMapping(EnginePaths.KEY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void newKey(Caller caller, @RequestBody NewKey key) {
        engines.replaceKey(caller, key.key());
    }

    @PutMapping(TARGET + "/engines/{process}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void present(
            Caller caller,
            @PathVariable UUID connection,
            @PathVariable UUID profile,
            @PathVariable UUID process,
            @RequestBody EnginePresence said) {
        var found = connections.require(caller.tenantId(), connection);
        var followed = connections.requireProfile(found, profile);
        presences.say(found, followed, process, caller.username(), said);
    }

    @PostMapping(TARGET + "/run-orders/{order}/taken")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(
            Caller caller,
            @PathVariable UUID connection,
            @PathVariable UUID profile,
            @PathVariable UUID order,
            @RequestParam(required = false) @Nullable UUID engine) {
        var found = connections.require(caller.tenantId(), connection);
        orders.take(connections.requireProfile(found, profile), order, engine);
    }
}
