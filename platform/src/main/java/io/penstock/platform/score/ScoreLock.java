package io.penstock.platform.score;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Scoring a tenant's vulnerabilities takes turns, so that nobody writes a score that was made from
 * facts an import has just replaced. Held until the transaction ends.
 */
@Component
class ScoreLock {

    /** Keeps the key apart from the locks of loads, which are pairs of numbers. */
    private static final long SPACE = 0x5343_4f52L << 32;

    private final JdbcClient jdbc;

    ScoreLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void await(int tenantId) {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(SPACE | tenantId)
                .query((row, _) -> true)
                .single();
    }

    boolean tryTake(int tenantId) {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(SPACE | tenantId)
                .query(Boolean.class)
                .single();
    }
}
