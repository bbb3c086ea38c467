package io.penstock.platform.security;

import java.time.Instant;
import java.util.UUID;

/** A person or an engine that can sign in. The password's hash is not part of it. */
public record User(
        int tenantId, UUID id, String username, Role role, boolean enabled, Instant createdAt) {

    Caller caller() {
        return new Caller(tenantId, id, username, role.name());
    }

    /** As the audit log shows it. */
    Facts facts() {
        return new Facts(username, role, enabled);
    }

    record Facts(String username, Role role, boolean enabled) {}
}
