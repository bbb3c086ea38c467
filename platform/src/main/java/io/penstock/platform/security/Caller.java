package io.penstock.platform.security;

import java.util.UUID;

/** The signed-in user of a request, and the tenant everything is read and written for. */
public record Caller(int tenantId, UUID userId, String username, String role) {}
