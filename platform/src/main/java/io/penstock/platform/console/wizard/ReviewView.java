package io.penstock.platform.console.wizard;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.identity.ConnectionRules;
import io.penstock.platform.map.DataModels;
import io.penstock.platform.map.MapVersion;
import io.penstock.platform.map.TransformMaps;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.util.List;

/** What the review shows of a draft: every value, and of secrets whether they were entered. */
@Component
class ReviewView {

    private final Originals originals;
    private final DataModels models;
    private final TransformMaps maps;
    private final ConnectionRules rules;

    ReviewView(Originals originals, DataModels models, TransformMaps maps, ConnectionRules rules) {
        this.originals = originals;
        this.models = models;
        this.maps = maps;
        this.rules = rules;
    }

    /**
     * A profile with the words for its map.
     *
     * @param map empty when none of the list is chosen
     */
    public record ProfileLine(DraftProfile profile, String map) {}

    /**
     * @throws FaultException NOT_FOUND when the connector is not installed any more
     */
    void fill(Caller caller, Draft draft, Model model) {
        var connector = originals.connector(draft.basics().connector());
        var found = maps.choices(caller.tenantId(), connector.key());
        model.addAttribute("connector", connector);
        model.addAttribute("source", models.source(connector.key()));
        model.addAttribute("mapName", name(found, draft.map().toString()));
        model.addAttribute("profiles", profiles(draft, found));
        model.addAttribute("lines", rules.lines(caller.tenantId(), draft.rules()));
    }

    private static List<ProfileLine> profiles(Draft draft, List<MapVersion> found) {
        return draft.profiles().stream()
                .map(profile -> new ProfileLine(profile, name(found, profile.map())))
                .toList();
    }

    private static String name(List<MapVersion> found, String map) {
        return found.stream()
                .filter(one -> one.map().toString().equals(map))
                .map(MapVersion::name)
                .findFirst()
                .orElse("");
    }
}
