package io.penstock.platform.api;

import io.penstock.platform.closing.ClosingPolicies;
import io.penstock.platform.closing.ClosingSettings;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

/** What a profile's runs may close: missing findings, and the limits of the breaker. */
@RestController
@RequestMapping("/api/v1/connections/{uuid}/profiles/{profile}/closings")
class ClosingsController {

    private final Connections connections;
    private final ClosingPolicies policies;

    ClosingsController(Connections connections, ClosingPolicies policies) {
        this.connections = connections;
        this.policies = policies;
    }

    /**
     * @param retainMissing false: what a complete full run does not report any more is closed
     * @param breakerShare percent of the open findings that a run may close; 100 for no limit
     * @param breakerCount findings that a run may close; null for no limit
     * @param breakerFloor so many closings or fewer are never held
     */
    record ClosingsJson(
            boolean retainMissing,
            int breakerShare,
            @Nullable Long breakerCount,
            long breakerFloor) {

        static ClosingsJson of(ClosingSettings settings) {
            var breaker = settings.breaker();
            return new ClosingsJson(
                    settings.retainMissing(), breaker.share(), breaker.count(), breaker.floor());
        }
    }

    /** What is left out stays as it is; a {@code breakerCount} of -1 takes that limit away. */
    record ClosingsInput(
            @Nullable Boolean retainMissing,
            @Nullable Long breakerShare,
            @Nullable Long breakerCount,
            @Nullable Long breakerFloor) {

        private static final long NO_LIMIT = -1;

        ClosingSettings over(ClosingSettings present) {
            var breaker = present.breaker();
            return ClosingSettings.checked(
                    retainMissing == null ? present.retainMissing() : retainMissing,
                    breakerShare == null ? breaker.share() : breakerShare,
                    count(breaker.count()),
                    breakerFloor == null ? breaker.floor() : breakerFloor);
        }

        private @Nullable Long count(@Nullable Long present) {
            if (breakerCount == null) {
                return present;
            }
            return breakerCount == NO_LIMIT ? null : breakerCount;
        }
    }

    /**
     * What the profile's runs may close, and the limits of the breaker.
     *
     * @return the limits
     */
    @GetMapping
    ClosingsJson show(Caller caller, @PathVariable UUID uuid, @PathVariable UUID profile) {
        return ClosingsJson.of(policies.of(caller.tenantId(), profile(caller, uuid, profile).id()));
    }

    /**
     * Change what the profile's runs may close.
     *
     * @return the limits
     */
    @PutMapping
    ClosingsJson change(
            Caller caller,
            @PathVariable UUID uuid,
            @PathVariable UUID profile,
            @RequestBody ClosingsInput input) {
        var id = profile(caller, uuid, profile).id();
        var wanted = input.over(policies.of(caller.tenantId(), id));
        policies.change(caller.tenantId(), id, wanted);
        return ClosingsJson.of(wanted);
    }

    private Profile profile(Caller caller, UUID uuid, UUID profile) {
        return connections.requireProfile(connections.require(caller.tenantId(), uuid), profile);
    }
}
