package io.penstock.platform.console.asset;

import io.penstock.core.identity.IdentificationLog;
import io.penstock.core.identity.RuleStep;
import io.penstock.platform.identity.AssetIdentity;
import io.penstock.platform.identity.AssetNames.Named;
import io.penstock.platform.identity.IdentityDecision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Why the records of a host are one machine, as its page tells it.
 *
 * @param names of every record and asset that is spoken of
 * @param rules key → label
 * @param shown how many records and logs are shown at most; REST has them all
 */
public record IdentityView(
        AssetIdentity identity, Map<UUID, Named> names, Map<String, String> rules, int shown) {

    static final int SHOWN = 50;

    static IdentityView of(
            AssetIdentity identity, Map<UUID, Named> names, Map<String, String> rules) {
        return new IdentityView(identity, names, rules, SHOWN);
    }

    /** Every record and asset that the identity speaks of. */
    static Collection<UUID> spokenOf(AssetIdentity identity) {
        var ids = new HashSet<UUID>();
        identity.records().forEach(record -> ids.add(record.record()));
        identity.logs().stream().limit(SHOWN).forEach(log -> add(log, ids));
        identity.history().forEach(move -> ids.add(move.record()));
        for (var decision : identity.decisions()) {
            ids.add(decision.recordA());
            ids.add(decision.recordB());
        }
        return ids;
    }

    private static void add(IdentificationLog log, Set<UUID> ids) {
        ids.addAll(log.suggestions());
        for (var step : log.steps()) {
            ids.addAll(step.candidates());
            step.vetoes().stream().map(RuleStep.Veto::hostId).forEach(ids::add);
        }
    }

    public List<AssetIdentity.SourceRecord> records() {
        return identity.records().stream().limit(shown).toList();
    }

    public List<IdentificationLog> logs() {
        return identity.logs().stream().limit(shown).toList();
    }

    /** The machines this one may be one with, which no rule decided. */
    public List<UUID> suggestions() {
        var assets = new ArrayList<UUID>();
        for (var log : identity.logs()) {
            for (var id : log.suggestions()) {
                var asset = names.containsKey(id) ? names.get(id).asset() : id;
                if (!asset.equals(identity.asset()) && !assets.contains(asset)) {
                    assets.add(asset);
                }
            }
        }
        return assets.stream().limit(shown).toList();
    }

    /** The decisions that were made at once are taken back at once. */
    public List<IdentityDecision> decisions() {
        var requests = new HashSet<UUID>();
        return identity.decisions().stream()
                .filter(decision -> requests.add(decision.request()))
                .toList();
    }

    public String rule(String key) {
        return rules.getOrDefault(key, key);
    }

    /** A record as people know it. */
    public String name(UUID id) {
        var named = names.get(id);
        if (named == null) {
            return "record " + id + " (not reported now)";
        }
        var name = named.name().isEmpty() ? "(no name)" : named.name();
        return name + " · " + named.connection() + " · " + named.recordKey();
    }

    /** An asset as people know it. */
    public String asset(UUID id) {
        var named = names.get(id);
        if (named == null || named.name().isEmpty()) {
            return "host " + id;
        }
        return named.name();
    }
}
