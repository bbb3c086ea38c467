package io.penstock.platform.trend;

import io.penstock.platform.trend.Summary.Hosts;
import io.penstock.platform.trend.Summary.Scores;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Counts a tenant's hosts, and what their scores are like. */
final class HostTally {

    private static final int HUNDREDS = 10;

    private static final String ALL =
            """
            select count(*) as hosts, count(*) filter (where a.minimal) as minimal,
                coalesce(round(avg(a.score), 1), 0) as mean,
                coalesce(percentile_disc(0.5) within group (order by a.score), 0) as median,
                coalesce(percentile_disc(0.9) within group (order by a.score), 0) as p90
            from asset a where a.tenant_id = :tenant
            """;

    private static final String WITHOUT_FINDINGS =
            """
            select count(*) from asset a where a.tenant_id = :tenant and not exists (
                select from finding f where f.tenant_id = :tenant and f.asset_id = a.asset_id)
            """;

    private static final String BY_SCORE =
            """
            select least(a.score / 100, 9) as hundred, count(*) as hosts
            from asset a where a.tenant_id = :tenant group by 1
            """;

    private HostTally() {}

    static Hosts of(JdbcClient jdbc, int tenantId) {
        var without =
                jdbc.sql(WITHOUT_FINDINGS).param("tenant", tenantId).query(Long.class).single();
        var byScore = byScore(jdbc, tenantId);
        return jdbc.sql(ALL)
                .param("tenant", tenantId)
                .query((row, _) -> hosts(row, without, byScore))
                .single();
    }

    private static Hosts hosts(ResultSet row, long without, List<Bar> byScore) throws SQLException {
        return new Hosts(
                new Figure(row.getLong("hosts"), ""),
                new Figure(row.getLong("minimal"), Queries.ONLY_SPOKEN_OF),
                new Figure(without, Queries.WITHOUT_FINDINGS),
                new Scores(row.getDouble("mean"), row.getInt("median"), row.getInt("p90")),
                byScore);
    }

    private static List<Bar> byScore(JdbcClient jdbc, int tenantId) {
        Map<Integer, Long> found = new HashMap<>();
        jdbc.sql(BY_SCORE)
                .param("tenant", tenantId)
                .query((ResultSet row) -> {
                    found.put(row.getInt(1), row.getLong(2));
                });
        return IntStream.range(0, HUNDREDS)
                .mapToObj(hundred ->
                        new Bar(
                                hundred * 100 + " to " + Queries.lastOf(hundred),
                                found.getOrDefault(hundred, 0L),
                                Queries.score(hundred)))
                .toList();
    }
}
