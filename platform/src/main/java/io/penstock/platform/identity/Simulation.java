package io.penstock.platform.identity;

import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.platform.identity.IdentificationRules.TypedRule;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A simulation of rules that runs, or ran, in the background.
 *
 * @param connection whose order it would be; null for all connections
 * @param rules the order that was tried
 * @param rule one that does not exist yet, named {@value Proposal#FRESH} in the order; null for
 *     none
 * @param result null until it has ended well
 */
public record Simulation(
        UUID uuid,
        Asked asked,
        @Nullable UUID connection,
        List<Choice> rules,
        @Nullable TypedRule rule,
        Progress progress,
        Simulations.@Nullable Result result) {

    public Simulation {
        rules = List.copyOf(rules);
    }

    /** Whether it is the order of one connection, with rules that exist, which can be chosen. */
    public boolean usable() {
        return connection != null && rule == null;
    }

    /** Whether it is still going on. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /** Who wanted it, and when. */
    public record Asked(String by, Instant at) {}

    /**
     * @param hostsDone of {@code hostsTotal}, the hosts that share something with another one; 0
     *     until that is known
     * @param failure one sentence, or empty
     */
    public record Progress(
            State state,
            long hostsDone,
            long hostsTotal,
            String failure,
            @Nullable Instant endedAt) {}
}
