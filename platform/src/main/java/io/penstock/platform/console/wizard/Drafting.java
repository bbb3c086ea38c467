package io.penstock.platform.console.wizard;

import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.ConnectionChecks;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.SystemMaps;
import io.penstock.platform.identity.ConnectionRules;
import io.penstock.platform.setup.ProfileSetups;
import io.penstock.source.SourceDescriptor;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Begins drafts: empty ones, and copies of connections. */
@Component
class Drafting {

    private final Connections connections;
    private final ConnectionChecks checks;
    private final SystemMaps maps;
    private final ProfileSetups profiles;
    private final ConnectionRules rules;

    Drafting(
            Connections connections,
            ConnectionChecks checks,
            SystemMaps maps,
            ProfileSetups profiles,
            ConnectionRules rules) {
        this.connections = connections;
        this.checks = checks;
        this.maps = maps;
        this.profiles = profiles;
        this.rules = rules;
    }

    Draft blank(int tenantId, SourceDescriptor connector) {
        var map = maps.standardMap(tenantId, connector);
        return Draft.blank(UUID.randomUUID(), connector.key(), map);
    }

    /** Everything of the connection but its secrets, under a name that is free. */
    Draft copy(Connection original, SourceDescriptor connector) {
        var tenant = original.tenantId();
        var basics =
                new Basics(
                        original.connectorKey(),
                        checks.copyName(tenant, original.name()),
                        original.description(),
                        connections.scope(original),
                        connections.settings(original),
                        Map.of());
        var copied =
                connections.profiles(original).stream()
                        .map(profiles::of)
                        .map(DraftProfile::of)
                        .toList();
        var map = maps.standardMap(tenant, connector);
        return new Draft(UUID.randomUUID(), basics, map, copied, order(original));
    }

    private List<Choice> order(Connection original) {
        var view = rules.of(original);
        return view.custom()
                ? view.lines().stream()
                        .map(line -> new Choice(line.rule().key(), line.on()))
                        .toList()
                : List.of();
    }

    /** The same for another connector: what was typed stays where its form asks for it, too. */
    Draft moved(int tenantId, Draft draft, SourceDescriptor connector) {
        var map = maps.standardMap(tenantId, connector);
        var typed = draft.basics();
        var basics =
                new Basics(
                        connector.key(),
                        typed.name(),
                        typed.description(),
                        typed.scope(),
                        typed.settings(),
                        Map.of());
        var profiles = draft.profiles().stream().map(profile -> profile.withMap(map)).toList();
        return new Draft(draft.id(), basics, map, profiles, draft.rules());
    }
}
