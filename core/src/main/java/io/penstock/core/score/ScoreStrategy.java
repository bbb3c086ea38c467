package io.penstock.core.score;

import java.util.List;
import java.util.Optional;

/**
 * How the score of an asset, 0 to 1000, is made from its facts. The result depends on nothing else,
 * and not on the order of anything. Names carry a version: what a name computes never changes.
 */
public sealed interface ScoreStrategy permits MonotoneV1, OfficialV1 {

    /** The highest score of an asset. */
    int MOST = 1000;

    /** Name and version, such as {@code monotone-v1}. */
    String key();

    Score score(AssetFacts facts);

    /** All there are; the first is the default. */
    static List<ScoreStrategy> all(BandWeights weights) {
        return List.of(new MonotoneV1(), new OfficialV1(weights));
    }

    static Optional<ScoreStrategy> find(String key, BandWeights weights) {
        return all(weights).stream().filter(strategy -> strategy.key().equals(key)).findFirst();
    }
}
