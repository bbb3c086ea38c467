package io.penstock.platform.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a tenant has an engine at all (S-065). */
@Component
public class CheckIns {

    private static final String ANY =
            """
            select exists (select from engine_presence where tenant_id = :tenant)
                or exists (select from engine where tenant_id = :tenant)
                or exists (select from run where tenant_id = :tenant
                    and kind in ('FULL', 'DELTA'))
            """;

    private final JdbcClient jdbc;

    CheckIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True when an engine has ever waited, enrolled or run for the tenant. */
    public boolean any(int tenantId) {
        return jdbc.sql(ANY)
                .param("tenant", tenantId)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}
