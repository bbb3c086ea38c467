package io.penstock.platform.connector;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The profiles of connections (S-047 to S-055): a connection has at least one. */
@Component
public class Profiles {

    /** Most profiles of a connection. */
    public static final int PROFILES_MAX = 20;

    private final ProfileRows rows;
    private final ConnectionRows connections;
    private final MapChoice maps;
    private final ProfileMaps choices;

    Profiles(ProfileRows rows, ConnectionRows connections, MapChoice maps, ProfileMaps choices) {
        this.rows = rows;
        this.connections = connections;
        this.maps = maps;
        this.choices = choices;
    }

    /**
     * All that is wrong with the profiles of a connection that is to be made, nothing stored.
     *
     * @param connector the catalogue's key
     */
    @Transactional
    public List<Fault> faults(int tenantId, String connector, List<NewProfile> typed) {
        var faults = new ArrayList<Fault>();
        var names = new HashSet<String>();
        for (var profile : typed) {
            try {
                var checked = CheckedProfile.of(profile);
                if (!names.add(checked.name().toLowerCase(Locale.ROOT))) {
                    throw taken(checked.name());
                }
                maps.require(tenantId, connector, checked.map(), checked.version());
            } catch (FaultException e) {
                faults.add(e.fault());
            }
        }
        if (typed.size() > PROFILES_MAX) {
            faults.add(full().fault());
        }
        return List.copyOf(faults);
    }

    /**
     * Adds a profile.
     *
     * @throws FaultException CONFIGURATION for a field that breaks a rule, NOT_FOUND for a map that
     *     the connector does not have, CONFLICT for a name that is taken in the connection and when
     *     it has {@value #PROFILES_MAX} profiles
     */
    @Transactional
    public Profile add(Connection connection, NewProfile typed) {
        var checked = CheckedProfile.of(typed);
        connections.lock(connection);
        if (rows.count(connection) >= PROFILES_MAX) {
            throw full();
        }
        var map =
                maps.require(
                        connection.tenantId(),
                        connection.connectorKey(),
                        checked.map(),
                        checked.version());
        var uuid = UUID.randomUUID();
        named(checked, () -> rows.insert(connection, uuid, checked, map));
        return require(connection, uuid);
    }

    /**
     * Changes a profile from its next run on; a run under way goes on as it began. Another map
     * makes the next run read everything; Inactive takes back runs that wait for an engine.
     *
     * @throws FaultException as {@link #add}
     */
    @Transactional
    public Profile edit(Connection connection, Profile profile, NewProfile typed) {
        var checked = CheckedProfile.of(typed);
        connections.lock(connection);
        named(checked, () -> rows.update(profile, checked));
        if (!checked.active()) {
            rows.withdrawOrders(profile);
        }
        choices.choose(connection, profile, checked.map(), checked.version());
        return require(connection, profile.uuid());
    }

    /**
     * Removes a profile that never ran. One that ran is named by its runs, so it can only be made
     * inactive.
     *
     * @throws FaultException CONFLICT for the last profile of the connection, for one that runs,
     *     and for one that has run
     */
    @Transactional
    public void remove(Connection connection, Profile profile) {
        connections.lock(connection);
        if (rows.isRunning(profile)) {
            throw conflict(
                    "PROFILE_BUSY",
                    "The profile '" + profile.name() + "' has a run in progress.",
                    "Cancel the run or wait for its end; then set its status to Inactive.");
        }
        if (rows.count(connection) == 1) {
            throw conflict(
                    "PROFILE_LAST",
                    "The profile '" + profile.name() + "' is the only one of the connection.",
                    "Add another one first, or set its status to Inactive.");
        }
        if (rows.everRan(profile)) {
            throw conflict(
                    "PROFILE_HAS_RUNS",
                    "The profile '" + profile.name() + "' has runs that name it.",
                    "Set its status to Inactive instead.");
        }
        rows.withdrawOrders(profile);
        rows.delete(profile);
    }

    private Profile require(Connection connection, UUID uuid) {
        return connections.profiles(connection).stream()
                .filter(profile -> profile.uuid().equals(uuid))
                .findFirst()
                .orElseThrow();
    }

    private static void named(CheckedProfile checked, Runnable change) {
        try {
            change.run();
        } catch (DuplicateKeyException e) {
            throw taken(checked.name());
        }
    }

    private static FaultException taken(String name) {
        return conflict(
                "PROFILE_NAME_TAKEN",
                "Another profile of the connection is named '" + name + "' already.",
                "Choose another name.");
    }

    private static FaultException full() {
        return conflict(
                "PROFILES_FULL",
                "A connection has at most " + PROFILES_MAX + " profiles.",
                "Remove one, or make a second connection.");
    }

    private static FaultException conflict(String code, String sentence, String hint) {
        return new FaultException(FaultKind.CONFLICT, code, sentence, hint);
    }
}
