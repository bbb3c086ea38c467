package io.penstock.platform.connector;

import io.penstock.core.fault.FaultException;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A profile's input after every rule that needs no look at what is stored.
 *
 * @param version null to follow the newest
 */
record CheckedProfile(
        String name, String description, UUID map, @Nullable Integer version, boolean active) {

    /**
     * @throws FaultException CONFIGURATION naming the first field that breaks a rule
     */
    static CheckedProfile of(NewProfile typed) {
        var name = EnteredText.required("Profile Name", typed.name(), CheckedConnection.NAME_MAX);
        var description =
                EnteredText.within(
                        "Profile Description",
                        typed.description(),
                        CheckedConnection.DESCRIPTION_MAX);
        var map = typed.map();
        if (map == null) {
            throw EnteredText.missing("Transform Map");
        }
        return new CheckedProfile(name, description, map, typed.version(), typed.active());
    }
}
