package io.penstock.platform.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A stored host record.
 *
 * @param assetId the asset it belongs to as far as the database knows
 * @param attributes what the source says, by target key: text, or a list of texts
 * @param keys its stored keys; empty when they have never been computed
 */
record StoredHost(
        UUID hostId,
        UUID assetId,
        Source source,
        Version version,
        Map<String, Object> attributes,
        List<UUID> keys,
        boolean keysKnown) {

    StoredHost {
        keys = List.copyOf(keys);
    }

    /**
     * Where it comes from.
     *
     * @param trust the lower, the more its values count
     * @param recordKey the vendor's own id of it
     */
    record Source(int connectionId, int trust, String recordKey, boolean minimal) {}

    /**
     * Its times by the vendor, and the runs that made and changed it.
     *
     * @param mapVersion of the map that made its values; 0 when the run is not known any more
     */
    record Version(
            Instant changedAt,
            Instant firstSeen,
            Instant lastSeen,
            long createdRun,
            long changedRun,
            int mapVersion) {}
}
