package io.penstock.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

import java.util.UUID;

/**
 * Who makes a request, whether by a session of the console or by a token. A controller takes it as
 * a parameter.
 *
 * @param role the name of a {@link Role}
 * @param apiToken name of the API token the request came with; empty for a session and for a token
 *     of the sign-in
 */
public record Caller(int tenantId, UUID userId, String username, String role, String apiToken) {

    public Caller(int tenantId, UUID userId, String username, String role) {
        this(tenantId, userId, username, role, "");
    }

    public boolean administrator() {
        return role.equals(Role.ADMIN.name());
    }

    /** Who makes the present request; null when nobody is known. */
    public static @Nullable Caller present() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? caller
                : null;
    }
}
