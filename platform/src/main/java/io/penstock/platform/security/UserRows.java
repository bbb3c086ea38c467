package io.penstock.platform.security;

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

/** The SQL of {@link Users}. */
@Component
class UserRows {

    private static final String COLUMNS =
            """
            select tenant_id, user_id, username, password_hash, session_epoch, role, enabled,
                created_at
            from app_user
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    UserRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Account> byName(String username) {
        return jdbc.sql(COLUMNS + "where lower(username) = lower(?)")
                .param(username)
                .query(UserRows::account)
                .optional();
    }

    Optional<Account> byId(int tenantId, UUID id) {
        return jdbc.sql(COLUMNS + "where tenant_id = ? and user_id = ?")
                .params(tenantId, id)
                .query(UserRows::account)
                .optional();
    }

    List<Account> all(int tenantId) {
        return jdbc.sql(COLUMNS + "where tenant_id = ? order by lower(username)")
                .param(tenantId)
                .query(UserRows::account)
                .list();
    }

    /**
     * People and programs by name; accounts of enrolled engines belong to their connection.
     *
     * @param after a name; those behind it follow
     */
    List<Account> page(int tenantId, String after, int limit) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where tenant_id = ? and role <> 'INGEST'
                                    and lower(username) > lower(?)
                                order by lower(username) limit ?
                                """)
                .params(tenantId, after, limit)
                .query(UserRows::account)
                .list();
    }

    /**
     * Locks the enabled administrators, so that two changes do not each count on the other's.
     *
     * @return their ids
     */
    List<UUID> lockAdministrators(int tenantId) {
        return jdbc.sql(
                        """
                        select user_id from app_user
                        where tenant_id = ? and role = 'ADMIN' and enabled
                        order by user_id for update
                        """)
                .param(tenantId)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** False when the name is taken. */
    boolean insert(int tenantId, UUID id, String username, String passwordHash, Role role) {
        return jdbc.sql(
                                """
                                insert into app_user (tenant_id, user_id, username, password_hash,
                                    role, enabled, created_at)
                                values (?, ?, ?, ?, ?, true, ?)
                                on conflict do nothing
                                """)
                        .params(
                                tenantId,
                                id,
                                username,
                                passwordHash,
                                role.name(),
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void setPassword(User user, String passwordHash) {
        jdbc.sql("update app_user set password_hash = ? where tenant_id = ? and user_id = ?")
                .params(passwordHash, user.tenantId(), user.id())
                .update();
    }

    void setRole(User user, Role role) {
        jdbc.sql("update app_user set role = ? where tenant_id = ? and user_id = ?")
                .params(role.name(), user.tenantId(), user.id())
                .update();
    }

    void endSessions(Caller caller) {
        jdbc.sql(
                        """
                        update app_user set session_epoch = session_epoch + 1
                        where tenant_id = ? and user_id = ?
                        """)
                .params(caller.tenantId(), caller.userId())
                .update();
    }

    void setEnabled(User user, boolean enabled) {
        jdbc.sql("update app_user set enabled = ? where tenant_id = ? and user_id = ?")
                .params(enabled, user.tenantId(), user.id())
                .update();
    }

    static Account account(ResultSet row, int number) throws SQLException {
        var user =
                new User(
                        row.getInt("tenant_id"),
                        row.getObject("user_id", UUID.class),
                        row.getString("username"),
                        Role.valueOf(row.getString("role")),
                        row.getBoolean("enabled"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant());
        return new Account(user, row.getString("password_hash"), row.getInt("session_epoch"));
    }
}
