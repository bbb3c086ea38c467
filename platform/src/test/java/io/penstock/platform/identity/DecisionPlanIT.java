package io.penstock.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.UUID;

/** How the decisions about an asset are found among many others. */
class DecisionPlanIT {

    private static final String SEED =
            """
            insert into identity_decision (tenant_id, decision_uuid, request_uuid, action, kind,
                host_a, host_b, decided_by, decided_at, reason, revoked_by, revoked_at)
            select 1, gen_random_uuid(), gen_random_uuid(), 'PIN', 'TOGETHER', gen_random_uuid(),
                gen_random_uuid(), 'test', now(), 'x', case when n % 9 = 0 then 'test' end,
                case when n % 9 = 0 then now() end
            from generate_series(1, 20000) n
            """;

    @Test
    void decisionsOfAnAssetAreFoundByIndex(@TempDir Path data) {
        try (var sources = Sources.start(data)) {
            var jdbc = sources.runs().jdbc();
            jdbc.sql(SEED).update();
            jdbc.sql("analyze identity_decision").update();
            for (var revoked : new boolean[] {false, true}) {
                var plan =
                        jdbc.sql("explain " + DecisionTable.LIST_OF_HOSTS)
                                .param("tenant", 1)
                                .param("hosts", new UUID[] {new UUID(1, 1), new UUID(2, 2)})
                                .param("revoked", revoked)
                                .param("before", Long.MAX_VALUE)
                                .param("limit", 500)
                                .query((row, _) -> row.getString(1))
                                .list();

                assertThat(String.join("\n", plan))
                        .contains("identity_decision_a", "identity_decision_b")
                        .doesNotContain("Seq Scan");
            }
        }
    }
}
