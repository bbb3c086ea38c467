package io.penstock.engine.run;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.retry.CallFailed;
import io.penstock.wire.Orders;
import io.penstock.wire.Orders.RunOrder;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks the platform for orders and has them done, each for itself: one that fails keeps no other
 * from being done. A failure is logged when it begins, not each time it lasts; a platform that
 * knows no orders or refuses us is not asked again by this desk.
 */
final class OrderDesk {

    private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);

    /** One look in so many also tells the platform that this engine is there: once a minute. */
    private static final int PRESENCE_EVERY = 6;

    private static final String ASK = "The platform cannot be asked for orders";
    private static final String PRESENT = "The platform cannot be told that this engine is there";
    private static final String CHECK = "The ordered connection test could not be reported";
    private static final String TAKE = "The ordered run could not be taken";
    private static final String KEY = "The engine's key could not be replaced";
    private static final Fault DEFECT =
            Fault.of(
                    FaultKind.INTERNAL,
                    "ENGINE_DEFECT",
                    "The engine failed by a defect; please report it.");

    /** What a waiting engine can do. */
    interface Duties {

        /** What the platform wants. */
        Orders orders();

        /** Makes a connection test and reports it under the order's id. */
        void check(UUID order);

        /** Makes a run ours; it starts when the wait has ended. May be repeated. */
        void take(UUID order);

        /** Replaces the engine's own key. */
        void replaceKey();

        /** Says that this engine is there. */
        void present();
    }

    private final Duties duties;
    private final Set<String> failing = new HashSet<>();
    private int looks;
    private boolean closed;

    /** A run that is to be taken; it stays until the platform has said whether it is ours. */
    private @Nullable RunOrder wanted;

    OrderDesk(Duties duties) {
        this.duties = duties;
    }

    /**
     * Looks once; never throws.
     *
     * @return the run to start now, if one was ordered
     */
    Optional<RunOrder> look() {
        if (closed) {
            return Optional.empty();
        }
        var orders = attempt(ASK, duties::orders, fault -> closed = closes(fault.kind()));
        if (orders.isPresent() && looks++ % PRESENCE_EVERY == 0) {
            attempt(PRESENT, duties::present);
        }
        return orders.flatMap(this::follow);
    }

    /** The key comes last, because what is done under the old one must not wait for a new login. */
    private Optional<RunOrder> follow(Orders orders) {
        var check = orders.check();
        if (check != null) {
            LOG.info("The platform asked for a connection test.");
            attempt(CHECK, () -> duties.check(check));
        }
        if (wanted == null) {
            wanted = orders.run();
        }
        var taken = Optional.ofNullable(wanted).flatMap(this::take);
        if (Boolean.TRUE.equals(orders.newKey())) {
            attempt(KEY, duties::replaceKey);
        }
        return taken;
    }

    /** An answer that was lost is asked for again at the next look; a refusal is final. */
    private Optional<RunOrder> take(RunOrder run) {
        return attempt(
                TAKE,
                () -> {
                    duties.take(run.order());
                    wanted = null;
                    return run;
                },
                fault -> wanted = fault.kind().retryable() ? run : null);
    }

    private void attempt(String failure, Runnable duty) {
        attempt(
                failure,
                () -> {
                    duty.run();
                    return failure;
                },
                _ -> {});
    }

    /** The run loop's broad catch for a wait: a defect is logged and the wait goes on. */
    private <T> Optional<T> attempt(String failure, Supplier<T> duty, Consumer<Fault> failed) {
        try {
            var result = duty.get();
            failing.remove(failure);
            return Optional.of(result);
        } catch (FaultException e) {
            failed.accept(e.fault());
            say(failure, e.fault(), null);
        } catch (CallFailed e) {
            failed.accept(e.fault());
            say(failure, e.fault(), null);
        } catch (RuntimeException e) {
            failed.accept(DEFECT);
            say(failure, DEFECT, e);
        }
        return Optional.empty();
    }

    private void say(String failure, Fault fault, @Nullable RuntimeException defect) {
        if (failing.add(failure) && fault.kind() != FaultKind.NOT_FOUND) {
            LOG.warn(
                    "{}{}. {} [{}]",
                    failure,
                    closed ? " until the next run" : "",
                    fault.sentence(),
                    fault.code(),
                    defect);
        }
    }

    /** An older platform does not know the path; a wrong password must not be tried for hours. */
    private static boolean closes(FaultKind kind) {
        return switch (kind) {
            case NOT_FOUND, AUTHENTICATION, PERMISSION, CONFIGURATION -> true;
            case CONFLICT, RATE_LIMITED, UNAVAILABLE, MALFORMED, INTERNAL -> false;
        };
    }
}
