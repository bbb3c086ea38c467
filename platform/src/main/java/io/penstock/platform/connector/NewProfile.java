package io.penstock.platform.connector;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What a person enters for a profile (S-050 to S-054). There is no schedule (S-055): an engine's
 * own setting says when it runs.
 *
 * @param map null while none is chosen, which is refused when it is stored
 * @param version null to follow the newest version of the map
 * @param active false: engines are told to do nothing
 */
public record NewProfile(
        String name,
        String description,
        @Nullable UUID map,
        @Nullable Integer version,
        boolean active) {}
