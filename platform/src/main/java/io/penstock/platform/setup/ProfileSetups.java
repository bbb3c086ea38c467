package io.penstock.platform.setup;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.closing.ClosingPolicies;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.NewProfile;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.connector.ProfileMaps;
import io.penstock.platform.connector.Profiles;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores profiles together with what their runs may close. */
@Component
public class ProfileSetups {

    private final Profiles profiles;
    private final ProfileMaps maps;
    private final ClosingPolicies closings;

    ProfileSetups(Profiles profiles, ProfileMaps maps, ClosingPolicies closings) {
        this.profiles = profiles;
        this.maps = maps;
        this.closings = closings;
    }

    /** A stored profile as a form would enter it. */
    public ProfileSetup of(Profile profile) {
        var map = maps.of(profile);
        return new ProfileSetup(
                new NewProfile(
                        profile.name(),
                        profile.description(),
                        map.map(),
                        map.followed() ? null : map.version(),
                        profile.active()),
                closings.of(profile.tenantId(), profile.id()));
    }

    /**
     * @throws FaultException as {@link Profiles#add} does
     */
    @Transactional
    public Profile add(Connection connection, ProfileSetup typed) {
        var made = profiles.add(connection, typed.profile());
        closings.change(made.tenantId(), made.id(), typed.closings());
        return made;
    }

    /**
     * @throws FaultException as {@link Profiles#edit} does
     */
    @Transactional
    public Profile edit(Connection connection, Profile profile, ProfileSetup typed) {
        var changed = profiles.edit(connection, profile, typed.profile());
        closings.change(changed.tenantId(), changed.id(), typed.closings());
        return changed;
    }
}
