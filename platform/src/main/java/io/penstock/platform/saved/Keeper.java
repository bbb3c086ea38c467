package io.penstock.platform.saved;

import java.util.UUID;

/**
 * Who keeps or looks.
 *
 * @param administrator may share searches, and change and delete those that are shared
 */
public record Keeper(int tenantId, UUID userId, String username, boolean administrator) {}
