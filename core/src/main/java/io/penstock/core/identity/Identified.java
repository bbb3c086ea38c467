package io.penstock.core.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What identification says of some records.
 *
 * @param clusters sorted by asset id
 * @param logs one per record
 * @param suspicious values that too many or provably different machines carry, sorted by rule, then
 *     value
 */
public record Identified(
        List<Cluster> clusters, Map<UUID, IdentificationLog> logs, List<SharedValue> suspicious) {

    public Identified {
        clusters = List.copyOf(clusters);
        logs = Map.copyOf(logs);
        suspicious = List.copyOf(suspicious);
    }
}
