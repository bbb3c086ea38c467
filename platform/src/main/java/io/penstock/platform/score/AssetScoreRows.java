package io.penstock.platform.score;

import io.penstock.platform.score.AssetScoring.Scored;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.function.Function;

/** Writes the scores of assets; equal ones touch nothing. */
@Component
class AssetScoreRows {

    private static final String FRESH =
            """
            with fresh as (
                select asset_id::uuid as asset_id, strategy, score, criticality, parts::jsonb as parts
                from unnest(:assets, :strategies, :scores, :criticalities, :parts)
                    as n(asset_id, strategy, score, criticality, parts))
            """;

    private static final String CHANGES =
            FRESH
                    + """
                    insert into asset_score_change (tenant_id, asset_id, strategy, from_score, to_score,
                        changed_at)
                    select a.tenant_id, a.asset_id, n.strategy, a.score, n.score, now()
                    from fresh n join asset a on a.tenant_id = :tenant and a.asset_id = n.asset_id
                    where a.score <> n.score
                    """;

    private static final String ASSETS =
            FRESH
                    + """
                    update asset a set score = n.score, criticality = n.criticality
                    from fresh n
                    where a.tenant_id = :tenant and a.asset_id = n.asset_id
                      and (a.score <> n.score or a.criticality <> n.criticality)
                    """;

    private static final String SCORES =
            FRESH
                    + """
                    insert into asset_score (tenant_id, asset_id, strategy, score, parts, scored_at)
                    select :tenant, n.asset_id, n.strategy, n.score, n.parts, now() from fresh n
                    on conflict (tenant_id, asset_id, strategy) do update set
                        score = excluded.score, parts = excluded.parts, scored_at = excluded.scored_at
                    where asset_score.parts <> excluded.parts
                    """;

    private final JdbcClient jdbc;

    AssetScoreRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(int tenantId, List<Scored> scored) {
        if (scored.isEmpty()) {
            return;
        }
        for (var sql : List.of(CHANGES, ASSETS, SCORES)) {
            bind(jdbc.sql(sql), scored).param("tenant", tenantId).update();
        }
    }

    private static StatementSpec bind(StatementSpec statement, List<Scored> scored) {
        return statement
                .param("assets", texts(scored, s -> s.assetId().toString()))
                .param("strategies", texts(scored, s -> s.score().formula()))
                .param("scores", scored.stream().mapToInt(s -> s.score().value()).toArray())
                .param(
                        "criticalities",
                        scored.stream().mapToInt(s -> s.criticality().value()).toArray())
                .param("parts", texts(scored, s -> ScoreText.of(s.score())));
    }

    private static String[] texts(List<Scored> scored, Function<Scored, String> word) {
        return scored.stream().map(word).toArray(String[]::new);
    }
}
