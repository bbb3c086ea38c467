package io.penstock.core.identity;

import java.util.List;
import java.util.UUID;

/**
 * The records that are one asset.
 *
 * @param assetId the id of the first of them
 * @param hostIds in canonical order: first seen earliest, then smallest id
 */
public record Cluster(UUID assetId, List<UUID> hostIds) {

    public Cluster {
        hostIds = List.copyOf(hostIds);
        if (hostIds.isEmpty() || !hostIds.getFirst().equals(assetId)) {
            throw new IllegalArgumentException("an asset is named after its first record");
        }
    }
}
