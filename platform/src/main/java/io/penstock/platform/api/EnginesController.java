package io.penstock.platform.api;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.engine.EngineTokens;
import io.penstock.platform.engine.Engines;
import io.penstock.platform.engine.EnrolledEngine;
import io.penstock.platform.engine.Presences;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** The engines of a connection: those with a key of their own, and those that wait. */
@RestController
@RequestMapping("/api/v1/connections/{uuid}")
class EnginesController {

    private static final int SHOWN_MAX = 100;

    private final Connections connections;
    private final Engines engines;
    private final EngineTokens tokens;
    private final Presences presences;

    EnginesController(
            Connections connections, Engines engines, EngineTokens tokens, Presences presences) {
        this.connections = connections;
        this.engines = engines;
        this.tokens = tokens;
        this.presences = presences;
    }

    /**
     * @param enrolled engines with a key, newest first
     * @param waiting what engine processes said last, newest first
     */
    record EnginesJson(List<EnrolledEngine> enrolled, List<Presences.Presence> waiting) {}

    record TokenInput(@Nullable String name) {}

    /**
     * Engines with a key of their own, and engines that wait for their next run.
     *
     * @return both lists, newest first
     */
    @GetMapping("/engines")
    EnginesJson all(Caller caller, @PathVariable UUID uuid) {
        var connection = connection(caller, uuid);
        return new EnginesJson(engines.all(connection), presences.newest(connection, SHOWN_MAX));
    }

    /**
     * Make a one-time token that an engine trades for a key of its own. The token is shown this
     * once.
     *
     * @return the token, shown this once; good for one engine and for 7 days
     */
    @PostMapping("/engine-tokens")
    @ResponseStatus(HttpStatus.CREATED)
    EngineTokens.NewToken token(
            Caller caller, @PathVariable UUID uuid, @RequestBody TokenInput input) {
        var name = input.name() == null ? "" : input.name();
        return tokens.make(connection(caller, uuid), name, caller.username());
    }

    /**
     * Have an engine replace its key when it next asks for orders. The old key holds until the new
     * one has arrived.
     */
    @PostMapping("/engines/{engine}/new-key")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void newKey(Caller caller, @PathVariable UUID uuid, @PathVariable UUID engine) {
        engines.askNewKey(connection(caller, uuid), engine);
    }

    /** Refuse an engine from its next request on. */
    @PostMapping("/engines/{engine}/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable UUID uuid, @PathVariable UUID engine) {
        engines.revoke(connection(caller, uuid), engine);
    }

    private Connection connection(Caller caller, UUID uuid) {
        return connections.require(caller.tenantId(), uuid);
    }
}
