package io.penstock.platform.score;

import io.penstock.core.score.Criticality;
import io.penstock.core.score.Score;
import io.penstock.core.score.ScoreStrategy;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Scores a batch of due assets in one transaction. */
@Component
class AssetScoring {

    private final DueAssets due;
    private final AssetFactsRows facts;
    private final AssetScoreRows rows;
    private final ScoreStrategy strategy;

    AssetScoring(DueAssets due, AssetFactsRows facts, AssetScoreRows rows, ScoreSettings settings) {
        this.due = due;
        this.facts = facts;
        this.rows = rows;
        this.strategy = settings.chosen();
    }

    record Scored(UUID assetId, Criticality criticality, Score score) {}

    /**
     * Scores the assets that have been due for longest; one whose vulnerabilities are not all
     * scored goes to the end of the queue.
     *
     * @return how many left the queue; 0 when there is nothing that can be scored now
     */
    @Transactional
    public int next(int tenantId) {
        var scored = new ArrayList<Scored>();
        var later = new ArrayList<UUID>();
        var taken = due.take(tenantId);
        for (var read : facts.of(tenantId, taken.assets())) {
            if (read.whole()) {
                scored.add(
                        new Scored(
                                read.assetId(),
                                read.facts().criticality(),
                                strategy.score(read.facts())));
            } else {
                later.add(read.assetId());
            }
        }
        rows.write(tenantId, List.copyOf(scored));
        due.again(tenantId, later);
        return scored.size() + taken.gone();
    }
}
