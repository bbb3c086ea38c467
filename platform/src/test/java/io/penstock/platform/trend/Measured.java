package io.penstock.platform.trend;

import io.penstock.platform.security.TestPlatform;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures in the test's own thread. */
public final class Measured {

    private Measured() {}

    /** Measures the tenant, whether it is time or not. */
    public static Summary now(TestPlatform platform, int tenant) {
        platform.bean(JdbcClient.class)
                .sql("delete from dashboard_summary where tenant_id = ?")
                .param(tenant)
                .update();
        platform.bean(MeasureStep.class).take(tenant);
        return platform.bean(Dashboards.class).summary(tenant).orElseThrow();
    }
}
