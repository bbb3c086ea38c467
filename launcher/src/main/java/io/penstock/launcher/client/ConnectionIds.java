package io.penstock.launcher.client;

import java.util.UUID;

/** The three ids an engine is told (S-129 to S-131). */
public record ConnectionIds(UUID uuid, UUID profileUuid, UUID customerUuid) {}
