package io.penstock.platform.score;

import io.penstock.core.score.FindingBand;
import io.penstock.core.score.FindingTotals;
import io.penstock.core.score.FindingTotals.Total;
import io.penstock.platform.acceptance.AcceptanceSql;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Sums up the findings that count: open, and no false positive. */
@Component
class OpenFindings {

    private static final String TOTALS =
            """
            select f.asset_id, max(v.score) as worst, count(*) filter (where v.score is null) as unscored,
                count(*) filter (where v.score >= 90) as critical,
                sum(v.score) filter (where v.score >= 90) as critical_sum,
                count(*) filter (where v.score between 70 and 89) as high,
                sum(v.score) filter (where v.score between 70 and 89) as high_sum,
                count(*) filter (where v.score between 40 and 69) as medium,
                sum(v.score) filter (where v.score between 40 and 69) as medium_sum,
                count(*) filter (where v.score < 40) as low,
                sum(v.score) filter (where v.score < 40) as low_sum
            from finding f
            join vulnerability v
                on v.tenant_id = f.tenant_id and v.vulnerability_id = f.vulnerability_id
            where f.tenant_id = :tenant and f.asset_id in (:assets) and f.status <> 3
              and %s
            group by f.asset_id
            """
                    .formatted(AcceptanceSql.NO_FALSE_POSITIVE);

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
        bands.put(FindingBand.CRITICAL, total(row, "critical"));
        bands.put(FindingBand.HIGH, total(row, "high"));
        bands.put(FindingBand.MEDIUM, total(row, "medium"));
        bands.put(FindingBand.LOW, total(row, "low"));
        return new Counted(
                new FindingTotals(bands, row.getInt("worst")), row.getLong("unscored") == 0);
    }

    private static Total total(ResultSet row, String band) throws SQLException {
        return new Total(row.getLong(band), row.getLong(band + "_sum"));
    }
}
