package io.penstock.platform.identity;

import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.platform.connector.Connection;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Rules that somebody thinks of.
 *
 * @param connection whose order it would be; null for all connections
 * @param choices the order; rules it does not name would be off
 * @param fresh a rule that does not exist yet, named {@value #FRESH} in the order; null for none
 */
public record Proposal(
        @Nullable Connection connection,
        List<Choice> choices,
        IdentificationRules.@Nullable TypedRule fresh) {

    /** The key of the rule that does not exist yet. */
    public static final String FRESH = "proposed";

    public Proposal {
        choices = List.copyOf(choices);
    }
}
