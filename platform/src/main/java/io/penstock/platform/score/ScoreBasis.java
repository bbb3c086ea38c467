package io.penstock.platform.score;

import io.penstock.core.score.VulnerabilityScore;
import io.penstock.platform.security.Tenants;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices at a start that scores are made in another way now, and makes all of them due. */
@Component
class ScoreBasis {

    private static final String TAKE =
            """
            insert into score_basis (tenant_id, basis) values (:tenant, :basis)
            on conflict (tenant_id) do update set basis = excluded.basis
            where score_basis.basis <> excluded.basis
            """;

    private static final String FORMULA =
            """
            update vulnerability set score = null
            where tenant_id = :tenant and score is not null and score_parts ->> 'formula' <> :formula
            """;

    private static final String ALL =
            """
            insert into score_due (tenant_id, asset_id)
            select tenant_id, asset_id from asset where tenant_id = ?
            """;

    private static final String OTHERS =
            "delete from asset_score where tenant_id = ? and strategy <> ?";

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final ScoreSettings settings;

    ScoreBasis(JdbcClient jdbc, Tenants tenants, ScoreSettings settings) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.settings = settings;
    }

    @Transactional
    public void check() {
        var basis =
                VulnerabilityScore.FORMULA
                        + " "
                        + settings.strategy()
                        + " "
                        + settings.weights().bands();
        for (var tenant : tenants.all()) {
            var changed = jdbc.sql(TAKE).param("tenant", tenant).param("basis", basis).update() > 0;
            if (changed) {
                jdbc.sql(FORMULA)
                        .param("tenant", tenant)
                        .param("formula", VulnerabilityScore.FORMULA)
                        .update();
                jdbc.sql(OTHERS).params(tenant, settings.strategy()).update();
                jdbc.sql(ALL).param(tenant).update();
            }
        }
    }
}
