package io.penstock.platform.api;

import io.penstock.platform.check.Check;
import io.penstock.platform.check.Checks;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tests of a connection, made by an engine. */
@RestController
@RequestMapping("/api/v1/connections/{uuid}/checks")
class ChecksController {

    private static final int CHECKS_MAX = 50;

    private final Connections connections;
    private final Checks checks;

    ChecksController(Connections connections, Checks checks) {
        this.connections = connections;
        this.checks = checks;
    }

    /**
     * @param sentence what the state means and what to do
     * @param steps empty until an engine answered
     */
    record CheckJson(
            UUID id,
            String state,
            String sentence,
            String askedBy,
            Instant askedAt,
            @Nullable Instant answeredAt,
            String engineVersion,
            String engineHost,
            List<Check.Step> steps) {

        static CheckJson of(Check check) {
            var answer = check.answer();
            return new CheckJson(
                    check.uuid(),
                    check.state().name(),
                    check.state().sentence(),
                    check.askedBy(),
                    check.askedAt(),
                    answer == null ? null : answer.answeredAt(),
                    answer == null ? "" : answer.engineVersion(),
                    answer == null ? "" : answer.engineHost(),
                    answer == null ? List.of() : answer.steps());
        }
    }

    /**
     * Ask a waiting engine to test the connection.
     *
     * @return asked; an engine answers within seconds, or the test expires after 10 minutes
     */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    CheckJson ask(Caller caller, @PathVariable UUID uuid) {
        var connection = connections.require(caller.tenantId(), uuid);
        return CheckJson.of(checks.ask(connection, caller.username()));
    }

    /**
     * The newest tests of a connection.
     *
     * @return tests, newest first
     */
    @GetMapping
    List<CheckJson> all(
            Caller caller, @PathVariable UUID uuid, @RequestParam(defaultValue = "20") int limit) {
        var size = Limits.checked(limit, CHECKS_MAX);
        var connection = connections.require(caller.tenantId(), uuid);
        return checks.newest(connection, size).stream().map(CheckJson::of).toList();
    }

    /**
     * One test with its steps.
     *
     * @return the test
     */
    @GetMapping("/{check}")
    CheckJson one(Caller caller, @PathVariable UUID uuid, @PathVariable UUID check) {
        return CheckJson.of(checks.require(connections.require(caller.tenantId(), uuid), check));
    }
}
