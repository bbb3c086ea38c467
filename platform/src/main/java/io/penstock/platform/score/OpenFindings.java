package io.penstock.platform.score;

import io.penstock.core.score.FindingBand;
import io.penstock.core.score.FindingTotals;
import io.penstock.core.score.FindingTotals.Total;
import io.penstock.platform.acceptance.AcceptanceSql;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sums up the findings that count: open, and no false positive. */
@Component
class OpenFindings {

    private static final String TOTALS =
            """
            select f.asset_id, max(v.score) as worst, count(*) filter (where v.score is null) as unscored,
                %s
            from finding f
            join vulnerability v
                on v.tenant_id = f.tenant_id and v.vulnerability_id = f.vulnerability_id
            where f.tenant_id = :tenant and f.asset_id in (:assets) and f.status <> 3
              and %s
            group by f.asset_id
            """
                    .formatted(bands(), AcceptanceSql.NO_FALSE_POSITIVE);

    private final JdbcClient jdbc;

    OpenFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param whole false when some vulnerability of it has no score yet
     */
    record Counted(FindingTotals totals, boolean whole) {

        static final Counted NOTHING = new Counted(FindingTotals.NONE, true);
    }

    /** By asset; one without findings that count is absent. */
    Map<UUID, Counted> of(int tenantId, Collection<UUID> assets) {
        var found = new HashMap<UUID, Counted>();
        if (!assets.isEmpty()) {
            jdbc.sql(TOTALS)
                    .param("tenant", tenantId)
                    .param("assets", assets)
                    .query(row -> {
                        found.put(row.getObject("asset_id", UUID.class), counted(row));
                    });
        }
        return found;
    }

    private static Counted counted(ResultSet row) throws SQLException {
        var bands = new EnumMap<FindingBand, Total>(FindingBand.class);
        for (var band : FindingBand.values()) {
            bands.put(band, new Total(row.getLong(band.name()), row.getLong(band.name() + "_SUM")));
        }
        return new Counted(
                new FindingTotals(bands, row.getInt("worst")), row.getLong("unscored") == 0);
    }

    /** Count and sum of each band, in columns of its name. */
    private static String bands() {
        return Arrays.stream(FindingBand.values())
                .map(band ->
                        """
                        count(*) filter (where v.score between %1$d and %2$d) as %3$s,
                            sum(v.score) filter (where v.score between %1$d and %2$d) as %3$s_sum\
                        """
                                .formatted(band.from(), band.to(), band.name()))
                .collect(Collectors.joining(",\n    "));
    }
}
