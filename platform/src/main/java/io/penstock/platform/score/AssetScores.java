package io.penstock.platform.score;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.score.AssetFacts;
import io.penstock.core.score.Score;
import io.penstock.core.score.ScoreStrategy;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads scores with their reasons. */
@Component
public class AssetScores {

    private static final int CHANGES_MAX = 100;

    private static final String STORED =
            """
            select parts, scored_at from asset_score
            where tenant_id = ? and asset_id = ? and strategy = ?
            """;

    private static final String DUE =
            "select exists (select from score_due where tenant_id = ? and asset_id = ?)";

    private static final String CHANGES =
            """
            select strategy, from_score, to_score, changed_at from asset_score_change
            where tenant_id = ? and asset_id = ? order by change_id desc limit %d
            """
                    .formatted(CHANGES_MAX);

    private static final String FINDING =
            """
            select v.score_parts from finding f
            join vulnerability v
                on v.tenant_id = f.tenant_id and v.vulnerability_id = f.vulnerability_id
            where f.tenant_id = ? and f.finding_id = ? and v.score is not null
            """;

    private final JdbcClient jdbc;
    private final AssetFactsRows facts;
    private final ScoreSettings settings;

    AssetScores(JdbcClient jdbc, AssetFactsRows facts, ScoreSettings settings) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.settings = settings;
    }

    /**
     * @param at when it was made last
     */
    public record Stored(Score score, Instant at) {}

    /** The number became another one. */
    public record Change(String strategy, int from, int to, Instant at) {}

    /**
     * @param scoredAt when it was stored; null for a strategy that is not the chosen one, whose
     *     score was made just now
     * @param due a newer score is on its way
     * @param facts as they are now
     * @param changes of the stored score, newest first
     */
    public record Explanation(
            Score score,
            @Nullable Instant scoredAt,
            boolean due,
            AssetFacts facts,
            List<Change> changes) {}

    /** The stored score of an asset; empty until it was scored for the first time. */
    public Optional<Stored> find(int tenantId, UUID asset) {
        return jdbc.sql(STORED)
                .params(tenantId, asset, settings.strategy())
                .query((row, _) ->
                        new Stored(
                                ScoreText.read(row.getString(1)), row.getTimestamp(2).toInstant()))
                .optional();
    }

    /** The score of a finding, which is that of its vulnerability; empty until it was scored. */
    public Optional<Score> ofFinding(int tenantId, UUID finding) {
        return jdbc.sql(FINDING)
                .params(tenantId, finding)
                .query((row, _) -> ScoreText.read(row.getString(1)))
                .optional();
    }

    /**
     * Every point of an asset's score.
     *
     * @param strategy another one than the chosen one is tried out on the present facts; empty for
     *     the chosen one
     * @throws FaultException CONFIGURATION for an unknown strategy
     */
    public Explanation explain(int tenantId, UUID asset, String strategy) {
        var wanted = strategy(strategy);
        var present = facts.of(tenantId, List.of(asset)).getFirst().facts();
        var stored =
                wanted.key().equals(settings.strategy())
                        ? find(tenantId, asset)
                        : Optional.<Stored>empty();
        return new Explanation(
                stored.map(Stored::score).orElseGet(() -> wanted.score(present)),
                stored.map(Stored::at).orElse(null),
                jdbc.sql(DUE).params(tenantId, asset).query(Boolean.class).single(),
                present,
                changes(tenantId, asset));
    }

    private ScoreStrategy strategy(String key) {
        var weights = settings.weights().bands();
        return key.isEmpty()
                ? settings.chosen()
                : ScoreStrategy.find(key, weights)
                        .orElseThrow(() ->
                                new FaultException(
                                        FaultKind.CONFIGURATION,
                                        "STRATEGY_UNKNOWN",
                                        "The parameter 'strategy' names no way of scoring.",
                                        "Known are "
                                                + ScoreStrategy.all(weights).stream()
                                                        .map(ScoreStrategy::key)
                                                        .toList()
                                                + "."));
    }

    private List<Change> changes(int tenantId, UUID asset) {
        return jdbc.sql(CHANGES)
                .params(tenantId, asset)
                .query((row, _) ->
                        new Change(
                                row.getString(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getTimestamp(4).toInstant()))
                .list();
    }
}
