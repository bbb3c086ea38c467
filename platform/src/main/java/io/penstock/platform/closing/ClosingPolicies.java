package io.penstock.platform.closing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the runs of profiles may close. */
@Component
public class ClosingPolicies {

    private static final String OF =
            """
            select retain_missing, breaker_share, breaker_count, breaker_floor from profile
            where tenant_id = ? and profile_id = ?
            """;

    private static final String CHANGE =
            """
            update profile set retain_missing = :retain, breaker_share = :share,
                breaker_count = :count, breaker_floor = :floor
            where tenant_id = :tenant and profile_id = :profile
            """;

    private final JdbcClient jdbc;

    ClosingPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ClosingSettings of(int tenantId, int profileId) {
        return jdbc.sql(OF)
                .params(tenantId, profileId)
                .query((row, _) ->
                        ClosingSettings.checked(
                                row.getBoolean(1),
                                row.getLong(2),
                                row.getObject(3, Long.class),
                                row.getLong(4)))
                .single();
    }

    /** Counts from the next run that ends. */
    public void change(int tenantId, int profileId, ClosingSettings settings) {
        var breaker = settings.breaker();
        jdbc.sql(CHANGE)
                .param("retain", settings.retainMissing())
                .param("share", breaker.share())
                .param("count", breaker.count())
                .param("floor", breaker.floor())
                .param("tenant", tenantId)
                .param("profile", profileId)
                .update();
    }
}
