package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.reading.ReadingSettings;
import io.penstock.platform.reading.Readings;
import io.penstock.platform.reading.Watermarks;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** How a profile reads: everything or what changed, and from when. */
@RestController
@RequestMapping("/api/v1/connections/{uuid}/profiles/{profile}")
class ReadingController {

    private final Connections connections;
    private final Catalogue catalogue;
    private final Readings readings;
    private final Watermarks watermarks;
    private final Clock clock;

    ReadingController(
            Connections connections,
            Catalogue catalogue,
            Readings readings,
            Watermarks watermarks,
            Clock clock) {
        this.connections = connections;
        this.catalogue = catalogue;
        this.readings = readings;
        this.watermarks = watermarks;
        this.clock = clock;
    }

    /** ISO 8601 durations, such as {@code P7D}; what is left out stays as it is. */
    record ReadingInput(@Nullable String fullEvery, @Nullable String overlap) {}

    private record Target(Connection connection, Profile profile) {}

    /**
     * How a profile reads, what its next run reads and why, and its watermarks.
     *
     * @return the reading
     */
    @GetMapping("/reading")
    ReadingJson show(Caller caller, @PathVariable UUID uuid, @PathVariable UUID profile) {
        return json(target(caller, uuid, profile));
    }

    /** Change how a profile reads; what is left out stays. */
    @PutMapping("/reading")
    ReadingJson change(
            Caller caller,
            @PathVariable UUID uuid,
            @PathVariable UUID profile,
            @RequestBody ReadingInput input) {
        var target = target(caller, uuid, profile);
        var id = target.profile().id();
        var present = readings.state(caller.tenantId(), id).settings();
        var wanted =
                new ReadingSettings(
                        duration("fullEvery", input.fullEvery(), present.fullEvery()),
                        duration("overlap", input.overlap(), present.overlap()));
        readings.change(caller.tenantId(), id, wanted);
        return json(target);
    }

    /**
     * Make the next run a full one.
     *
     * @return the next run that is opened reads everything
     */
    @PostMapping("/reading/full")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReadingJson full(Caller caller, @PathVariable UUID uuid, @PathVariable UUID profile) {
        var target = target(caller, uuid, profile);
        readings.askFull(caller.tenantId(), target.profile().id());
        return json(target);
    }

    /** Forget all watermarks, so that the next run reads everything. */
    @DeleteMapping("/watermarks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(Caller caller, @PathVariable UUID uuid, @PathVariable UUID profile) {
        watermarks.forget(caller.tenantId(), target(caller, uuid, profile).profile().id());
    }

    /** Forget one stream's watermark, so that the next run reads all of it. */
    @DeleteMapping("/watermarks/{stream}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(
            Caller caller,
            @PathVariable UUID uuid,
            @PathVariable UUID profile,
            @PathVariable String stream) {
        var target = target(caller, uuid, profile);
        if (!streams(target.connection()).contains(stream)) {
            throw new FaultException(
                    FaultKind.NOT_FOUND,
                    "STREAM_UNKNOWN",
                    "The connection reads no stream of that name.",
                    "It reads " + String.join(", ", streams(target.connection())) + ".");
        }
        watermarks.forget(caller.tenantId(), target.profile().id(), stream);
    }

    private Target target(Caller caller, UUID uuid, UUID profileUuid) {
        var connection = connections.require(caller.tenantId(), uuid);
        return new Target(connection, connections.requireProfile(connection, profileUuid));
    }

    private ReadingJson json(Target target) {
        var state = readings.state(target.profile().tenantId(), target.profile().id());
        var next = readings.next(state, streams(target.connection()), clock.instant());
        return ReadingJson.of(state, next);
    }

    private List<String> streams(Connection connection) {
        return catalogue.streams(connection.connectorKey());
    }

    private static Duration duration(String name, @Nullable String typed, Duration present) {
        if (typed == null) {
            return present;
        }
        try {
            return Duration.parse(typed);
        } catch (DateTimeException | ArithmeticException e) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "DURATION_FORM",
                    "'" + name + "' is not an ISO 8601 duration such as P7D or PT15M.",
                    "");
        }
    }
}
