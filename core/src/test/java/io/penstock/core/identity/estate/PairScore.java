package io.penstock.core.identity.estate;

import io.penstock.core.identity.Cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * How many pairs of records were put together rightly.
 *
 * @param right pairs of one machine in one asset
 * @param wrong pairs of two machines in one asset
 * @param missed pairs of one machine in two assets
 */
record PairScore(List<Pair> right, List<Pair> wrong, List<Pair> missed) {

    record Pair(Labelled one, Labelled other) {

        boolean of(HardCase kind) {
            return one.machine().kind() == kind || other.machine().kind() == kind;
        }

        String shown() {
            return one.shown() + "\n      " + other.shown();
        }
    }

    static PairScore of(List<Labelled> records, Collection<Cluster> clusters) {
        var asset = new HashMap<UUID, UUID>();
        clusters.forEach(c -> c.hostIds().forEach(id -> asset.put(id, c.assetId())));
        var score = new PairScore(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var i = 0; i < records.size(); i++) {
            for (var j = i + 1; j < records.size(); j++) {
                score.add(records.get(i), records.get(j), asset);
            }
        }
        return score;
    }

    private void add(Labelled one, Labelled other, Map<UUID, UUID> asset) {
        var really = one.machine().number() == other.machine().number();
        var said = asset.get(one.facts().hostId()).equals(asset.get(other.facts().hostId()));
        if (really || said) {
            var list = really && said ? right : said ? wrong : missed;
            list.add(new Pair(one, other));
        }
    }

    double precision() {
        return share(right.size(), wrong.size());
    }

    double recall() {
        return share(right.size(), missed.size());
    }

    PairScore of(HardCase kind) {
        return new PairScore(
                right.stream().filter(p -> p.of(kind)).toList(),
                wrong.stream().filter(p -> p.of(kind)).toList(),
                missed.stream().filter(p -> p.of(kind)).toList());
    }

    String line(String name) {
        return String.format(
                Locale.ROOT,
                "%-16s right %5d wrong %3d missed %3d precision %.4f recall %.4f",
                name,
                right.size(),
                wrong.size(),
                missed.size(),
                precision(),
                recall());
    }

    private static double share(int part, int rest) {
        return part + rest == 0 ? 1 : (double) part / (part + rest);
    }
}
