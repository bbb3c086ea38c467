package io.penstock.engine.run;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.retry.CallFailed;
import io.penstock.wire.Orders;
import io.penstock.wire.Orders.RunOrder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.UUID;

/**
 * Asks the platform for orders and has them done. A failure is logged when it begins, not each time
 * it lasts; a platform that knows no orders or refuses us is not asked again by this desk.
 */
final class OrderDesk {

    private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);

    /** One look in so many also tells the platform that this engine is there: once a minute. */
    private static final int PRESENCE_EVERY = 6;

    /** What a waiting engine can do. */
    interface Duties {

        /** What the platform wants. */
        Orders orders();

        /** Makes a connection test and reports it under the order's id. */
        void check(UUID order);

        /** Makes a run ours; it starts when the wait has ended. */
        void take(UUID order);

        /** Replaces the engine's own key. */
        void replaceKey();

        /** Says that this engine is there. */
        void present();
    }

    private final Duties duties;
    private int looks;
    private boolean failing;
    private boolean closed;

    OrderDesk(Duties duties) {
        this.duties = duties;
    }

    /** A desk where nobody is asked. */
    static OrderDesk closed() {
        var desk = new OrderDesk(new NoDuties());
        desk.closed = true;
        return desk;
    }

    /**
     * Looks once; never throws a fault.
     *
     * @return the run to start now, if one was ordered
     */
    Optional<RunOrder> look() {
        if (closed) {
            return Optional.empty();
        }
        try {
            if (looks++ % PRESENCE_EVERY == 0) {
                duties.present();
            }
            var run = follow(duties.orders());
            failing = false;
            return run;
        } catch (FaultException e) {
            failed(e.fault());
        } catch (CallFailed e) {
            failed(e.fault());
        }
        return Optional.empty();
    }

    private Optional<RunOrder> follow(Orders orders) {
        if (Boolean.TRUE.equals(orders.newKey())) {
            duties.replaceKey();
        }
        var check = orders.check();
        if (check != null) {
            LOG.info("The platform asked for a connection test.");
            duties.check(check);
        }
        var run = orders.run();
        if (run != null) {
            duties.take(run.order());
        }
        return Optional.ofNullable(run);
    }

    private void failed(Fault fault) {
        closed = closes(fault.kind());
        if (!failing && fault.kind() != FaultKind.NOT_FOUND) {
            LOG.warn(
                    "The platform cannot be asked for orders{}. {} [{}]",
                    closed ? " until the next run" : "",
                    fault.sentence(),
                    fault.code());
        }
        failing = true;
    }

    /** An older platform does not know the path; a wrong password must not be tried for hours. */
    private static boolean closes(FaultKind kind) {
        return switch (kind) {
            case NOT_FOUND, AUTHENTICATION, PERMISSION, CONFIGURATION -> true;
            case CONFLICT, RATE_LIMITED, UNAVAILABLE, MALFORMED, INTERNAL -> false;
        };
    }

    private static final class NoDuties implements Duties {

        @Override
        public Orders orders() {
            return Orders.NONE;
        }

        @Override
        public void check(UUID order) {}

        @Override
        public void take(UUID order) {}

        @Override
        public void replaceKey() {}

        @Override
        public void present() {}
    }
}
