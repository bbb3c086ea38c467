package io.penstock.platform.security;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of {@link ApiTokens}. */
@Component
class ApiTokenRows {

    private static final String SELECT =
            """
            select t.tenant_id, t.token_id, t.user_id, t.name, t.role as token_role, t.made_at,
                t.expires_at, t.last_used_at, t.last_address,
                case when t.revoked_at is not null then 'REVOKED'
                    when t.expires_at <= :now then 'EXPIRED'
                    when not u.enabled or not (u.role = 'ADMIN' or u.role = t.role) then 'DEAD'
                    else 'ACTIVE' end as state,
                u.username, u.password_hash, u.session_epoch, u.role, u.enabled, u.created_at
            from api_token t
            join app_user u on u.tenant_id = t.tenant_id and u.user_id = t.user_id
            """;

    private static final String OF_USER =
            SELECT
                    + """
                    where t.tenant_id = :tenant and t.user_id = :user
                    order by t.made_at desc, t.token_id limit :limit
                    """;

    private static final String PAGE =
            SELECT
                    + """
                    where t.tenant_id = :tenant and (t.made_at, t.token_id) < (
                        select x.made_at, x.token_id from api_token x
                        where x.tenant_id = :tenant and x.token_id = :after)
                    order by t.made_at desc, t.token_id desc limit :limit
                    """;

    private static final String FIRST_PAGE =
            SELECT
                    + """
                    where t.tenant_id = :tenant
                    order by t.made_at desc, t.token_id desc limit :limit
                    """;

    private static final String INSERT =
            """
            insert into api_token (tenant_id, token_id, user_id, name, role, token_hash, made_at,
                expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String USED =
            """
            update api_token set last_used_at = ?, last_address = ?
            where tenant_id = ? and token_id = ?
            """;

    private static final String FORGET =
            """
            delete from api_token where tenant_id = ?
                and least(expires_at, coalesce(revoked_at, expires_at)) < ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiTokenRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A token and the account it stands for. */
    record Held(ApiToken token, Account account) {}

    Optional<Held> byHash(byte[] hash) {
        return select(SELECT + "where t.token_hash = :hash")
                .param("hash", hash)
                .query(ApiTokenRows::held)
                .optional();
    }

    Optional<ApiToken> find(int tenantId, UUID id) {
        return select(SELECT + "where t.tenant_id = :tenant and t.token_id = :id")
                .param("tenant", tenantId)
                .param("id", id)
                .query(ApiTokenRows::token)
                .optional();
    }

    /** Newest first. */
    List<ApiToken> ofUser(Caller caller, int limit) {
        return select(OF_USER)
                .param("tenant", caller.tenantId())
                .param("user", caller.userId())
                .param("limit", limit)
                .query(ApiTokenRows::token)
                .list();
    }

    /** Newest first. */
    List<ApiToken> first(int tenantId, int limit) {
        return select(FIRST_PAGE)
                .param("tenant", tenantId)
                .param("limit", limit)
                .query(ApiTokenRows::token)
                .list();
    }

    List<ApiToken> after(int tenantId, UUID after, int limit) {
        return select(PAGE)
                .param("tenant", tenantId)
                .param("after", after)
                .param("limit", limit)
                .query(ApiTokenRows::token)
                .list();
    }

    int active(Caller caller) {
        return jdbc.sql(
                        """
                        select count(*) from api_token where tenant_id = ? and user_id = ?
                            and revoked_at is null and expires_at > ?
                        """)
                .params(caller.tenantId(), caller.userId(), now())
                .query(Integer.class)
                .single();
    }

    void insert(Caller owner, UUID id, ApiTokens.Order order, byte[] hash, Instant expiresAt) {
        jdbc.sql(INSERT)
                .params(owner.tenantId(), id, owner.userId(), order.name(), order.role().name())
                .params(hash, now(), Timestamp.from(expiresAt))
                .update();
    }

    void revoke(Caller by, UUID id) {
        jdbc.sql(
                        """
                        update api_token set revoked_at = ?, revoked_by = ?
                        where tenant_id = ? and token_id = ? and revoked_at is null
                        """)
                .params(now(), by.username(), by.tenantId(), id)
                .update();
    }

    void used(int tenantId, UUID id, String address) {
        jdbc.sql(USED).params(now(), address, tenantId, id).update();
    }

    int forget(int tenantId, Instant before) {
        return jdbc.sql(FORGET).params(tenantId, Timestamp.from(before)).update();
    }

    private JdbcClient.StatementSpec select(String sql) {
        return jdbc.sql(sql).param("now", now());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(token(row, number), UserRows.account(row, number));
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        var used = row.getTimestamp("last_used_at");
        return new ApiToken(
                row.getObject("token_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                Role.valueOf(row.getString("token_role")),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                used == null ? null : used.toInstant(),
                row.getString("last_address"),
                ApiToken.State.valueOf(row.getString("state")));
    }
}
