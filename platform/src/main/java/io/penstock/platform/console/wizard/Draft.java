package io.penstock.platform.console.wizard;

import io.penstock.core.identity.RuleOrder.Choice;

import java.util.List;
import java.util.UUID;

/**
 * What was entered so far; nothing of it is stored.
 *
 * @param map of the step Transform Maps: what profiles begin with
 * @param rules the whole order; none to follow the system's
 */
public record Draft(
        UUID id, Basics basics, UUID map, List<DraftProfile> profiles, List<Choice> rules) {

    public Draft {
        profiles = List.copyOf(profiles);
        rules = List.copyOf(rules);
    }

    /** A new connection with one profile. */
    static Draft blank(UUID id, String connector, UUID map) {
        var profile = DraftProfile.blank("Default", map);
        return new Draft(id, Basics.blank(connector), map, List.of(profile), List.of());
    }

    Draft with(Basics changed) {
        return new Draft(id, changed, map, profiles, rules);
    }

    /** Profiles that have the map of before get the chosen one. */
    Draft withMap(UUID chosen) {
        var followed = profiles.stream().map(profile -> profile.moved(map, chosen)).toList();
        return new Draft(id, basics, chosen, followed, rules);
    }

    Draft withProfiles(List<DraftProfile> changed) {
        return new Draft(id, basics, map, changed, rules);
    }

    Draft withRules(List<Choice> changed) {
        return new Draft(id, basics, map, profiles, changed);
    }

    /** The address of a step. */
    public String address(Step step) {
        return "/connections/new/" + id + "/" + step.slug();
    }
}
