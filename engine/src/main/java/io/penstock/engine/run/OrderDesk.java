package io.penstock.engine.run;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.retry.CallFailed;
import io.penstock.wire.Orders;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks the platform for orders and has them done. A failure is logged when it begins, not each time
 * it lasts; a platform that knows no orders or refuses us is not asked again by this desk.
 */
final class OrderDesk {

    private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);

    private final Supplier<Orders> orders;
    private final Consumer<UUID> check;
    private boolean failing;
    private boolean closed;

    /**
     * @param check makes a connection test and reports it under the order's id
     */
    OrderDesk(Supplier<Orders> orders, Consumer<UUID> check) {
        this.orders = orders;
        this.check = check;
    }

    /** Looks once; never throws a fault. */
    void look() {
        if (closed) {
            return;
        }
        try {
            var asked = orders.get().check();
            if (asked != null) {
                LOG.info("The platform asked for a connection test.");
                check.accept(asked);
            }
            failing = false;
        } catch (FaultException e) {
            failed(e.fault());
        } catch (CallFailed e) {
            failed(e.fault());
        }
    }

    private void failed(Fault fault) {
        closed = closes(fault.kind());
        if (!failing && fault.kind() != FaultKind.NOT_FOUND) {
            LOG.warn(
                    "The platform cannot be asked for connection tests{}. {} [{}]",
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
}
