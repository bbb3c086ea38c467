package io.penstock.platform.api;

import io.penstock.core.score.AssetFacts;
import io.penstock.core.score.FindingBand;
import io.penstock.platform.acceptance.Acceptances;
import io.penstock.platform.acceptance.AcceptedCounts;
import io.penstock.platform.score.AssetScores;
import io.penstock.platform.score.AssetScores.Change;
import io.penstock.platform.score.AssetScores.Explanation;
import io.penstock.platform.search.AssetSearch;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Why an asset has the score it has. */
@RestController
class ScoresController {

    private final AssetSearch assets;
    private final AssetScores scores;
    private final Acceptances acceptances;

    ScoresController(AssetSearch assets, AssetScores scores, Acceptances acceptances) {
        this.assets = assets;
        this.scores = scores;
        this.acceptances = acceptances;
    }

    /** The open findings of a band that count; {@code sum} is of their scores. */
    record BandJson(String band, long findings, long sum) {}

    /**
     * What the score is made from, as it is now.
     *
     * @param criticalityTag whose criticality counts; empty for the default
     * @param exposureTag which tag says that it is reachable; empty when none does
     */
    record FactsJson(
            int criticality,
            String criticalityTag,
            boolean internetFacing,
            String exposureTag,
            int worst,
            List<BandJson> bands) {

        static FactsJson of(AssetFacts facts) {
            return new FactsJson(
                    facts.criticality().value(),
                    facts.criticality().tag(),
                    facts.exposure().internetFacing(),
                    facts.exposure().tag(),
                    facts.findings().worst(),
                    Arrays.stream(FindingBand.values()).map(band -> band(facts, band)).toList());
        }

        private static BandJson band(AssetFacts facts, FindingBand band) {
            var total = facts.findings().of(band);
            return new BandJson(ScoreJson.word(band), total.count(), total.sum());
        }
    }

    /** Decisions of people, shown apart. */
    record DecisionsJson(long accepted, int worstAccepted, long falsePositives, String sentence) {

        static DecisionsJson of(AcceptedCounts counts) {
            return new DecisionsJson(
                    counts.accepted(), counts.worst(), counts.falsePositives(), counts.sentence());
        }
    }

    /**
     * @param scoredAt when the score was stored; null when it was made for this answer
     * @param due true while a newer one is on its way
     * @param changes of the stored score, newest first
     */
    record AssetScoreJson(
            ScoreJson score,
            @Nullable Instant scoredAt,
            boolean due,
            FactsJson facts,
            DecisionsJson decisions,
            List<Change> changes) {

        static AssetScoreJson of(Explanation explained, AcceptedCounts counts) {
            return new AssetScoreJson(
                    ScoreJson.ofAsset(explained.score()),
                    explained.scoredAt(),
                    explained.due(),
                    FactsJson.of(explained.facts()),
                    DecisionsJson.of(counts),
                    explained.changes());
        }
    }

    /**
     * Every point of an asset's score, with a sentence for each.
     *
     * @param strategy tries out another way of scoring on the present facts
     * @return the score
     */
    @GetMapping("/api/v1/assets/{id}/score")
    AssetScoreJson score(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String strategy) {
        var asset =
                assets.idOf(caller.tenantId(), id).orElseThrow(() -> AssetsController.unknown(id));
        return AssetScoreJson.of(
                scores.explain(caller.tenantId(), asset, strategy),
                acceptances.counts(caller.tenantId(), asset));
    }
}
