package io.penstock.platform.connector;

import java.time.Instant;
import java.util.UUID;

/**
 * One configured connector. Its settings are not part of it; see {@link Connections}.
 *
 * @param sourceLabel the value of inventory.source (B-45)
 */
public record Connection(
        int tenantId,
        int id,
        UUID uuid,
        String connectorKey,
        String name,
        String description,
        String vendorName,
        String productName,
        String sourceLabel,
        Instant createdAt) {}
