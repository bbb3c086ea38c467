package io.penstock.platform.api;

import io.penstock.platform.closing.Hold;
import io.penstock.platform.connector.ConnectionScope;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.run.ConnectionStatus;
import io.penstock.platform.run.InventoryCounts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A connection as the API shows it; no secret is part of it.
 *
 * @param scope what it brings in, and which way
 * @param state such as {@code PROCESSED}
 * @param stateLabel such as {@code Processed}
 * @param freshAsOf the inventory holds what the vendor had then; null before a complete run
 * @param openHolds the newest runs whose closings wait for a person
 * @param counts records of the newest complete full run and what later runs added
 */
record ConnectionJson(
        UUID uuid,
        UUID customerUuid,
        String name,
        String description,
        String connector,
        ConnectionScope scope,
        String state,
        String stateLabel,
        boolean findingsImporting,
        @Nullable Instant freshAsOf,
        Counts counts,
        @Nullable UUID lastRun,
        List<OpenHold> openHolds,
        List<ProfileJson> profiles,
        Map<String, String> settings,
        Instant createdAt) {

    record Counts(long hosts, long findings) {

        static Counts of(@Nullable InventoryCounts counts) {
            return counts == null
                    ? new Counts(0, 0)
                    : new Counts(counts.hosts(), counts.findings());
        }
    }

    /** A run whose closings wait for a person. */
    record OpenHold(UUID run, long closings, long waiting, Instant heldAt) {

        static OpenHold of(Hold hold) {
            return new OpenHold(hold.run(), hold.closings(), hold.waiting(), hold.heldAt());
        }
    }

    record ProfileJson(UUID uuid, String name, String description, boolean active) {

        static ProfileJson of(Profile profile) {
            return new ProfileJson(
                    profile.uuid(), profile.name(), profile.description(), profile.active());
        }
    }

    static ConnectionJson of(
            ConnectionStatus status,
            UUID customer,
            Map<String, String> settings,
            ConnectionScope scope,
            List<Hold> openHolds) {
        var connection = status.connection();
        return new ConnectionJson(
                connection.uuid(),
                customer,
                connection.name(),
                connection.description(),
                connection.connectorKey(),
                scope,
                status.state().name(),
                status.state().label(),
                status.findingsImporting(),
                status.freshAsOf(),
                Counts.of(status.counts()),
                status.last() == null ? null : status.last().run().uuid(),
                openHolds.stream().map(OpenHold::of).toList(),
                status.profiles().stream().map(ProfileJson::of).toList(),
                settings,
                connection.createdAt());
    }
}
