package io.penstock.platform.security;

import java.util.UUID;

/**
 * Who makes a request, whether by a session of the console or by a token. A controller takes it as
 * a parameter.
 *
 * @param role the name of a {@link Role}
 */
public record Caller(int tenantId, UUID userId, String username, String role) {}
