package io.penstock.platform.audit;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Who made a request.
 *
 * @param username empty when nobody is known
 * @param userId null when nobody is known
 * @param apiToken name of the token the request came with; empty for a session
 * @param address where the request came from
 */
public record AuditActor(
        int tenantId, String username, @Nullable UUID userId, String apiToken, String address) {}
