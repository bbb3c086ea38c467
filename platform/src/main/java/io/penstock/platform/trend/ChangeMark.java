package io.penstock.platform.trend;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells without counting whether an inventory has changed: the mark is another one after a run's
 * end, and whenever something was put into the queue of scores, a score moved, or a public list was
 * imported. Whoever changes findings fills that queue (ADR 0022). Other tenants' changes may move
 * it, too. The numbers come from sequences, which move before their transaction commits, so a mark
 * counts only once two measurements have seen it.
 */
@Component
class ChangeMark {

    private static final String MARK =
            """
            select concat_ws(' ', d.last_value, c.last_value, i.last_value,
                (select extract(epoch from max(r.ended_at)) from run r where r.tenant_id = :tenant),
                (select count(*) from connection n where n.tenant_id = :tenant))
            from score_due_due_id_seq d, asset_score_change_change_id_seq c,
                intelligence_import_import_id_seq i
            """;

    private final JdbcClient jdbc;

    ChangeMark(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String of(int tenantId) {
        return jdbc.sql(MARK).param("tenant", tenantId).query(String.class).single();
    }
}
