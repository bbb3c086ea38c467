package io.penstock.platform.setup;

import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.platform.connector.NewConnection;

import java.util.List;

/**
 * All that the wizard asks for.
 *
 * @param profiles none for the default profile, which follows the connector's default map
 * @param rules the whole order of the identification rules; none to follow the system's
 */
public record ConnectionSetup(
        NewConnection connection, List<ProfileSetup> profiles, List<Choice> rules) {

    public ConnectionSetup {
        profiles = List.copyOf(profiles);
        rules = List.copyOf(rules);
    }
}
