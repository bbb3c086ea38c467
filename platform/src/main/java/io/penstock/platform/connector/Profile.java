package io.penstock.platform.connector;

import java.util.UUID;

/**
 * What a run follows (S-047 to S-054).
 *
 * @param mapId the transform map's row
 * @param active false: the engine is told to do nothing
 */
public record Profile(
        int tenantId,
        int id,
        UUID uuid,
        int connectionId,
        String name,
        String description,
        int mapId,
        boolean active) {}
