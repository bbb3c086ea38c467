package io.penstock.platform.acceptance;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets scores see that the time of a false positive is over. Nothing else needs it: whether a
 * decision holds is asked when it is read.
 */
@Component
public class Lapses {

    private static final String SETTLE =
            """
            update acceptance set settled = true
            where tenant_id = ? and kind = 'FALSE_POSITIVE' and revoked_at is null and not settled
              and until <= now()
            returning acceptance_id
            """;

    private final JdbcClient jdbc;
    private final AcceptanceWrites writes;

    Lapses(JdbcClient jdbc, AcceptanceWrites writes) {
        this.jdbc = jdbc;
        this.writes = writes;
    }

    /** Makes the assets due whose false positives have ended since the last call. */
    @Transactional
    public void settle(int tenantId) {
        var ended = jdbc.sql(SETTLE).param(tenantId).query((row, _) -> row.getLong(1)).list();
        if (!ended.isEmpty()) {
            writes.mark(tenantId, ended);
        }
    }
}
