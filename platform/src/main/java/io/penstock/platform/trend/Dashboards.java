package io.penstock.platform.trend;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** The figures of an inventory as they were measured last. */
@Component
public class Dashboards {

    private static final String BEGUN =
            """
            select exists (select from run where tenant_id = :tenant)
                or exists (select from asset where tenant_id = :tenant)
            """;

    private final SummaryRows rows;
    private final JdbcClient jdbc;

    Dashboards(SummaryRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** Empty until they were measured for the first time. */
    public Optional<Summary> summary(int tenantId) {
        return rows.find(tenantId);
    }

    /** False before the first run of any connection. */
    public boolean begun(int tenantId) {
        return jdbc.sql(BEGUN).param("tenant", tenantId).query(Boolean.class).single();
    }
}
