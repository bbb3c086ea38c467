package io.penstock.platform.engine;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Profile;
import io.penstock.wire.Orders.RunOrder;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs on order (B-16): one waits at a time for a profile, and one engine takes it. */
@Component
public class RunOrders {

    /** How long an order waits for an engine. */
    static final Duration PATIENCE = Duration.ofHours(24);

    private static final String COLUMNS =
            """
            select o.order_id, p.profile_uuid, o.reads_all, o.asked_by, o.asked_at, o.taken_at,
                o.taken_at is null and o.expires_at <= now() as expired
            from run_order o
            left join profile p on p.tenant_id = o.tenant_id and p.profile_id = o.profile_id
            where o.tenant_id = ? and o.connection_id = ?
            """;

    private final JdbcClient jdbc;

    RunOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Asks for a run. While one waits for the same profile, that one is the answer; unless all is
     * to be read and it does not: then a new one takes its place. It is not widened, because an
     * engine may have read it already and be about to take it as it was.
     *
     * @throws FaultException CONFLICT when the profile is inactive
     */
    @Transactional
    public OrderedRun ask(Connection connection, Profile profile, boolean full, String askedBy) {
        if (!profile.active()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "PROFILE_INACTIVE",
                    "Profile '" + profile.name() + "' is inactive.",
                    "Set its status to Active to run it.");
        }
        lock(connection);
        var present = waiting(profile);
        if (present.isPresent() && (present.get().full() || !full)) {
            return require(connection, present.get().order());
        }
        present.ifPresent(narrower -> withdraw(profile, narrower.order()));
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into run_order (tenant_id, order_id, connection_id, profile_id,
                            reads_all, asked_by, asked_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, now(), now() + make_interval(secs => ?))
                        """)
                .params(profile.tenantId(), id, connection.id(), profile.id(), full, askedBy)
                .param(PATIENCE.toSeconds())
                .update();
        forget(connection);
        return require(connection, id);
    }

    private void lock(Connection connection) {
        jdbc.sql(
                        """
                        select 1 from connection where tenant_id = ? and connection_id = ?
                        for update
                        """)
                .params(connection.tenantId(), connection.id())
                .query(Integer.class)
                .single();
    }

    /** Unless an engine takes it at this moment; then both runs are made. */
    private void withdraw(Profile profile, UUID order) {
        jdbc.sql(
                        """
                        delete from run_order
                        where tenant_id = ? and order_id = ? and taken_at is null
                        """)
                .params(profile.tenantId(), order)
                .update();
    }

    private void forget(Connection connection) {
        jdbc.sql(
                        """
                        delete from run_order where tenant_id = ? and connection_id = ?
                          and asked_at < now() - interval '30 days'
                        """)
                .params(connection.tenantId(), connection.id())
                .update();
    }

    /** The run an engine should start now. */
    public Optional<RunOrder> waiting(Profile profile) {
        return jdbc.sql(
                        """
                        select order_id, reads_all from run_order
                        where tenant_id = ? and connection_id = ? and profile_id = ?
                          and taken_at is null and expires_at > now()
                        order by asked_at limit 1
                        """)
                .params(profile.tenantId(), profile.connectionId(), profile.id())
                .query((row, _) -> new RunOrder(row.getObject(1, UUID.class), row.getBoolean(2)))
                .optional();
    }

    /**
     * Gives an order to an engine; the same again when the same engine asks again.
     *
     * @param engine the process, or null for one that does not say
     * @throws FaultException CONFLICT when another engine took it or it is too old
     */
    @Transactional
    public void take(Profile profile, UUID order, @Nullable UUID engine) {
        var taken =
                jdbc.sql(
                                """
                                update run_order
                                set taken_at = coalesce(taken_at, now()), taken_by = ?
                                where tenant_id = ? and order_id = ? and profile_id = ?
                                  and (taken_at is null and expires_at > now() or taken_by = ?)
                                """)
                        .param(engine)
                        .params(profile.tenantId(), order, profile.id())
                        .param(engine)
                        .update();
        if (taken == 0) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "ORDER_GONE",
                    "The order " + order + " was taken by another engine or is too old.",
                    "");
        }
    }

    /** The newest of the connection that still waits for an engine. */
    public Optional<OrderedRun> pending(Connection connection) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                and o.taken_at is null and o.expires_at > now()
                                order by o.asked_at desc limit 1
                                """)
                .params(connection.tenantId(), connection.id())
                .query(OrderedRun::of)
                .optional();
    }

    /** Newest first. */
    public List<OrderedRun> newest(Connection connection, int limit) {
        return jdbc.sql(COLUMNS + " order by o.asked_at desc limit ?")
                .params(connection.tenantId(), connection.id(), limit)
                .query(OrderedRun::of)
                .list();
    }

    private OrderedRun require(Connection connection, UUID order) {
        return jdbc.sql(COLUMNS + " and o.order_id = ?")
                .params(connection.tenantId(), connection.id(), order)
                .query(OrderedRun::of)
                .single();
    }
}
