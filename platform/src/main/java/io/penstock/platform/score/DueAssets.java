package io.penstock.platform.score;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The queue of assets to be scored. */
@Component
class DueAssets {

    private static final int BATCH = 500;

    private static final String STATE =
            """
            select oldest is not null as any_due,
                coalesce(oldest < now() - make_interval(secs => :delay), false) as overdue,
                exists (select from raw_page where state = 'PENDING') as loading
            from (select (select marked_at from score_due where tenant_id = :tenant
                order by due_id limit 1) as oldest) d
            """;

    private static final String NEXT =
            """
            select due_id, asset_id from score_due where tenant_id = :tenant
            order by due_id limit %d for update skip locked
            """
                    .formatted(BATCH);

    /** Whoever writes an asset now is not waited for, so that nobody can wait in a circle. */
    private static final String HOLD =
            """
            select asset_id from asset where tenant_id = :tenant and asset_id in (:assets)
            order by asset_id for no key update skip locked
            """;

    private static final String KNOWN =
            "select asset_id from asset where tenant_id = :tenant and asset_id in (:assets)";

    private static final String DONE =
            "delete from score_due where tenant_id = :tenant and due_id = any(:rows)";

    private final JdbcClient jdbc;

    DueAssets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param any some asset is due
     * @param overdue one has waited longer than it may
     * @param loading pages wait to be loaded
     */
    record State(boolean any, boolean overdue, boolean loading) {}

    private record Row(long id, UUID asset) {}

    State state(int tenantId, Duration delay) {
        return jdbc.sql(STATE)
                .param("tenant", tenantId)
                .param("delay", delay.toSeconds())
                .query((row, _) ->
                        new State(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
                .single();
    }

    /**
     * @param assets whose rows are held for this transaction
     * @param gone how many others left the queue because they are no more
     */
    record Taken(List<UUID> assets, int gone) {}

    /** Takes the oldest ones off the queue. */
    Taken take(int tenantId) {
        var due =
                jdbc.sql(NEXT)
                        .param("tenant", tenantId)
                        .query((row, _) -> new Row(row.getLong(1), row.getObject(2, UUID.class)))
                        .list();
        if (due.isEmpty()) {
            return new Taken(List.of(), 0);
        }
        var assets = new HashSet<UUID>();
        due.forEach(row -> assets.add(row.asset()));
        var held = ids(HOLD, tenantId, assets);
        // What is known and not held stays due; what is gone needs no score.
        var later = new HashSet<>(ids(KNOWN, tenantId, assets));
        held.forEach(later::remove);
        var done = due.stream().filter(row -> !later.contains(row.asset()));
        jdbc.sql(DONE)
                .param("tenant", tenantId)
                .param("rows", done.mapToLong(Row::id).toArray())
                .update();
        return new Taken(held, assets.size() - held.size() - later.size());
    }

    void again(int tenantId, List<UUID> assets) {
        ScoreDue.mark(jdbc, tenantId, assets);
    }

    private List<UUID> ids(String sql, int tenantId, Set<UUID> assets) {
        return jdbc.sql(sql)
                .param("tenant", tenantId)
                .param("assets", assets)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
