package io.penstock.platform.console.inventory;

import io.penstock.platform.saved.Keeper;
import io.penstock.platform.security.Caller;
import io.penstock.platform.security.Role;

/** The signed-in person as the owner of saved searches. */
final class Keepers {

    private Keepers() {}

    static Keeper of(Caller caller) {
        return new Keeper(
                caller.tenantId(),
                caller.userId(),
                caller.username(),
                caller.role().equals(Role.ADMIN.name()));
    }
}
