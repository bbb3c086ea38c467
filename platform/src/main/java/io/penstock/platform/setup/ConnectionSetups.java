package io.penstock.platform.setup;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.identity.RuleOrder;
import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.ConnectionChecks;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.NewConnection;
import io.penstock.platform.connector.Profiles;
import io.penstock.platform.identity.ConnectionRules;
import io.penstock.platform.identity.IdentificationRules;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;

/** Checks and stores whole set-ups of connections (S-063, S-064). */
@Component
public class ConnectionSetups {

    private final Connections connections;
    private final ConnectionChecks checks;
    private final Profiles profiles;
    private final ProfileSetups profileSetups;
    private final IdentificationRules rules;
    private final ConnectionRules connectionRules;

    ConnectionSetups(
            Connections connections,
            ConnectionChecks checks,
            Profiles profiles,
            ProfileSetups profileSetups,
            IdentificationRules rules,
            ConnectionRules connectionRules) {
        this.connections = connections;
        this.checks = checks;
        this.profiles = profiles;
        this.profileSetups = profileSetups;
        this.rules = rules;
        this.connectionRules = connectionRules;
    }

    /** All that is wrong with the basic details, nothing stored. */
    public List<Fault> faults(int tenantId, NewConnection typed) {
        return checks.faults(tenantId, typed);
    }

    /**
     * All that is wrong with the profiles of a connection that is to be made, nothing stored.
     *
     * @param connector the catalogue's key
     */
    public List<Fault> faults(int tenantId, String connector, List<ProfileSetup> typed) {
        return profiles.faults(
                tenantId, connector, typed.stream().map(ProfileSetup::profile).toList());
    }

    /** What is wrong with an order of rules, nothing stored; none for no order. */
    public List<Fault> ruleFaults(int tenantId, List<Choice> wanted) {
        try {
            if (!wanted.isEmpty()) {
                RuleOrder.of(rules.all(tenantId), wanted);
            }
            return List.of();
        } catch (FaultException e) {
            return List.of(e.fault());
        }
    }

    /**
     * Stores all of it or nothing.
     *
     * @param by who is said to have chosen the rules
     * @throws FaultException as {@link Connections#create}, {@link Profiles#add} and {@link
     *     ConnectionRules#choose} do
     */
    @Transactional
    public Connection create(int tenantId, String by, ConnectionSetup setup) {
        var made = connections.create(tenantId, setup.connection(), setup.profiles().isEmpty());
        setup.profiles().forEach(profile -> profileSetups.add(made, profile));
        if (!setup.rules().isEmpty()) {
            connectionRules.choose(made, by, setup.rules());
        }
        return made;
    }
}
