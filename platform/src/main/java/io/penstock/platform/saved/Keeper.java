package io.penstock.platform.saved;

import io.penstock.platform.security.Caller;

import java.util.UUID;

/**
 * Who keeps or looks.
 *
 * @param administrator may share searches, and change and delete those that are shared
 */
public record Keeper(int tenantId, UUID userId, String username, boolean administrator) {

    public static Keeper of(Caller caller) {
        return new Keeper(
                caller.tenantId(), caller.userId(), caller.username(), caller.administrator());
    }
}
