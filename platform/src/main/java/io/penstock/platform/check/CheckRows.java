package io.penstock.platform.check;

import io.penstock.platform.connector.Connection;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of {@link Checks}. All times are the database's. */
@Component
class CheckRows {

    private static final String COLUMNS =
            """
            select check_id, check_uuid, asked_by, asked_at, expires_at, answered_at,
                engine_version, engine_host,
                case when state = 'WAITING' and expires_at <= now() then 'EXPIRED' else state end
                    as state
            from connection_check where tenant_id = ? and connection_id = ?
            """;

    private static final String INSERT =
            """
            insert into connection_check (tenant_id, check_uuid, connection_id, state, asked_by,
                asked_at, expires_at)
            values (?, ?, ?, ?, ?, now(), now() + make_interval(secs => ?)) returning check_id
            """;

    private static final String FORGET =
            """
            delete from connection_check where tenant_id = ? and connection_id = ? and check_id <= (
                select check_id from connection_check where tenant_id = ? and connection_id = ?
                order by check_id desc offset ? limit 1)
            """;

    private static final String ANSWER =
            """
            update connection_check set state = ?, answered_at = now(), engine_version = ?,
                engine_host = ?
            where tenant_id = ? and check_id = ?
            """;

    private static final String STEP =
            """
            insert into check_step (tenant_id, check_id, step, name, outcome, millis, sentence, hint)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;

    CheckRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A test as its row tells. */
    record Stored(long id, boolean answered) {}

    private record Head(long id, Check check, @Nullable Timestamp answeredAt, Engine engine) {}

    private record Engine(String version, String host) {}

    void expire(Connection connection) {
        jdbc.sql(
                        """
                        update connection_check set state = 'EXPIRED' where tenant_id = ?
                          and connection_id = ? and state = 'WAITING' and expires_at <= now()
                        """)
                .params(connection.tenantId(), connection.id())
                .update();
    }

    void insert(Connection connection, UUID uuid, String askedBy, Duration patience) {
        insert(connection, uuid, askedBy, Check.State.WAITING, patience);
    }

    long insertMade(Connection connection, UUID uuid, String askedBy) {
        return insert(connection, uuid, askedBy, Check.State.PASSED, Duration.ZERO);
    }

    private long insert(
            Connection connection,
            UUID uuid,
            String askedBy,
            Check.State state,
            Duration patience) {
        return jdbc.sql(INSERT)
                .params(connection.tenantId(), uuid, connection.id(), state.name(), askedBy)
                .param(patience.toSeconds())
                .query(Long.class)
                .single();
    }

    /** Deletes all but the newest. */
    void forget(Connection connection, int kept) {
        jdbc.sql(FORGET)
                .params(connection.tenantId(), connection.id())
                .params(connection.tenantId(), connection.id(), kept)
                .update();
    }

    Optional<UUID> waiting(Connection connection) {
        return jdbc.sql(
                        """
                        select check_uuid from connection_check where tenant_id = ?
                          and connection_id = ? and state = 'WAITING' and expires_at > now()
                        """)
                .params(connection.tenantId(), connection.id())
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** The row of a test, locked; empty when there is none. */
    Optional<Stored> lock(Connection connection, UUID check) {
        return jdbc.sql(
                        """
                        select check_id, answered_at is not null from connection_check
                        where tenant_id = ? and connection_id = ? and check_uuid = ? for update
                        """)
                .params(connection.tenantId(), connection.id(), check)
                .query((row, _) -> new Stored(row.getLong(1), row.getBoolean(2)))
                .optional();
    }

    void answer(Connection connection, long id, Checks.Found found) {
        jdbc.sql(ANSWER)
                .params(found.state().name(), found.engineVersion(), found.engineHost())
                .params(connection.tenantId(), id)
                .update();
        for (var i = 0; i < found.steps().size(); i++) {
            var step = found.steps().get(i);
            jdbc.sql(STEP)
                    .params(connection.tenantId(), id, i, step.name(), step.outcome().name())
                    .params(step.millis(), step.sentence(), step.hint())
                    .update();
        }
    }

    List<Check> newest(Connection connection, int limit) {
        return jdbc
                .sql(COLUMNS + " order by check_id desc limit ?")
                .params(connection.tenantId(), connection.id(), limit)
                .query((row, _) -> head(row))
                .list()
                .stream()
                .map(head -> check(connection, head))
                .toList();
    }

    Optional<Check> find(Connection connection, UUID check) {
        return jdbc.sql(COLUMNS + " and check_uuid = ?")
                .params(connection.tenantId(), connection.id(), check)
                .query((row, _) -> head(row))
                .optional()
                .map(head -> check(connection, head));
    }

    private Check check(Connection connection, Head head) {
        var check = head.check();
        var answeredAt = head.answeredAt();
        if (answeredAt == null) {
            return check;
        }
        var answer =
                new Check.Answer(
                        answeredAt.toInstant(),
                        head.engine().version(),
                        head.engine().host(),
                        steps(connection.tenantId(), head.id()));
        return new Check(
                check.uuid(),
                check.state(),
                check.askedBy(),
                check.askedAt(),
                check.expiresAt(),
                answer);
    }

    private List<Check.Step> steps(int tenantId, long id) {
        return jdbc.sql(
                        """
                        select name, outcome, millis, sentence, hint from check_step
                        where tenant_id = ? and check_id = ? order by step
                        """)
                .params(tenantId, id)
                .query((row, _) ->
                        new Check.Step(
                                row.getString(1),
                                Check.Outcome.valueOf(row.getString(2)),
                                row.getLong(3),
                                row.getString(4),
                                row.getString(5)))
                .list();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("check_id"),
                new Check(
                        row.getObject("check_uuid", UUID.class),
                        Check.State.valueOf(row.getString("state")),
                        row.getString("asked_by"),
                        row.getTimestamp("asked_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        null),
                row.getTimestamp("answered_at"),
                new Engine(row.getString("engine_version"), row.getString("engine_host")));
    }
}
