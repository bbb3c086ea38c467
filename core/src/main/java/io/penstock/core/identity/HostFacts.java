package io.penstock.core.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What identification needs to know of one source record.
 *
 * @param hostId the record's id: a function of its connection and native key
 * @param connectionId the source
 * @param trust how much the source is trusted; lower is more
 * @param firstSeen when the source saw the host first; the epoch when it does not say
 * @param lastSeen when the source saw the host last; the epoch when it does not say
 * @param identifiers what may tell it from others
 */
public record HostFacts(
        UUID hostId,
        int connectionId,
        int trust,
        Instant firstSeen,
        Instant lastSeen,
        Identifiers identifiers) {

    /** The values of an identifier, sorted; empty when there are none. */
    public List<String> values(Identifier identifier) {
        return identifiers.values().getOrDefault(identifier, List.of());
    }
}
