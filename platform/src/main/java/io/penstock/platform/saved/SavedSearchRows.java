package io.penstock.platform.saved;

import io.penstock.platform.search.Searched;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of saved searches. */
@Component
class SavedSearchRows {

    private static final String COLUMNS =
            """
            s.search_uuid, s.searched, s.name, s.query, s.shared, s.username,
                s.user_id = :user as own, s.created_at, s.changed_at
            """;

    private static final String SELECT =
            "select "
                    + COLUMNS
                    + """
                    from saved_search s
                    where s.tenant_id = :tenant and (s.user_id = :user or s.shared)
                    """;

    private static final String OVER =
            " and s.searched = :over order by own desc, lower(s.name) limit 500";

    private static final String INSERT =
            """
            insert into saved_search as s (tenant_id, search_uuid, user_id, username, searched,
                name, query, shared, created_at, changed_at)
            values (:tenant, :uuid, :user, :username, :over, :name, :query, :shared, :at, :at)
            returning
            """
                    + COLUMNS;

    private static final String UPDATE =
            """
            update saved_search s set name = :name, query = :query, shared = :shared,
                changed_at = :at
            where s.tenant_id = :tenant and s.search_uuid = :uuid
            returning
            """
                    + COLUMNS;

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedSearchRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Own ones first, then by name, at most 500. */
    List<SavedSearch> seen(Keeper keeper, Searched over) {
        return by(SELECT + OVER, keeper)
                .param("over", over.name())
                .query((row, _) -> search(row))
                .list();
    }

    Optional<SavedSearch> find(Keeper keeper, UUID uuid) {
        return by(SELECT + " and s.search_uuid = :uuid", keeper)
                .param("uuid", uuid)
                .query((row, _) -> search(row))
                .optional();
    }

    /** Those of the keeper; no other can be added until the transaction ends. */
    int lockOwn(Keeper keeper) {
        jdbc.sql("select user_id from app_user where tenant_id = ? and user_id = ? for update")
                .params(keeper.tenantId(), keeper.userId())
                .query(UUID.class)
                .single();
        return jdbc.sql("select count(*) from saved_search where tenant_id = ? and user_id = ?")
                .params(keeper.tenantId(), keeper.userId())
                .query(Integer.class)
                .single();
    }

    SavedSearch insert(Keeper keeper, Searched over, SavedSearch.Text text) {
        return written(INSERT, keeper, UUID.randomUUID(), text)
                .param("username", keeper.username())
                .param("over", over.name())
                .query((row, _) -> search(row))
                .single();
    }

    /** Also of one that the keeper does not see any more, because it is not shared now. */
    SavedSearch update(Keeper keeper, UUID uuid, SavedSearch.Text text) {
        return written(UPDATE, keeper, uuid, text).query((row, _) -> search(row)).single();
    }

    void delete(Keeper keeper, UUID uuid) {
        jdbc.sql("delete from saved_search where tenant_id = ? and search_uuid = ?")
                .params(keeper.tenantId(), uuid)
                .update();
    }

    private JdbcClient.StatementSpec by(String sql, Keeper keeper) {
        return jdbc.sql(sql).param("tenant", keeper.tenantId()).param("user", keeper.userId());
    }

    private JdbcClient.StatementSpec written(
            String sql, Keeper keeper, UUID uuid, SavedSearch.Text text) {
        return by(sql, keeper)
                .param("uuid", uuid)
                .param("name", text.name())
                .param("query", text.query())
                .param("shared", text.shared())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static SavedSearch search(ResultSet row) throws SQLException {
        return new SavedSearch(
                row.getObject("search_uuid", UUID.class),
                Searched.valueOf(row.getString("searched")),
                new SavedSearch.Text(
                        row.getString("name"), row.getString("query"), row.getBoolean("shared")),
                row.getString("username"),
                row.getBoolean("own"),
                new SavedSearch.Times(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()));
    }
}
