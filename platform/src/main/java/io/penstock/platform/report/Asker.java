package io.penstock.platform.report;

import io.penstock.platform.security.Caller;

import java.util.UUID;

/**
 * Who asks for a report or after one.
 *
 * @param seesAll those of everybody, and not only the own ones
 */
public record Asker(int tenantId, UUID userId, String username, boolean seesAll) {

    public static Asker of(Caller caller) {
        return new Asker(
                caller.tenantId(), caller.userId(), caller.username(), caller.administrator());
    }
}
