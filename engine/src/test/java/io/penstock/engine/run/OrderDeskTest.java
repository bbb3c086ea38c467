package io.penstock.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.retry.CallFailed;
import io.penstock.engine.retry.Side;
import io.penstock.wire.Orders;
import io.penstock.wire.Orders.RunOrder;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a waiting engine does, with a clock that only naps move. */
@Isolated("listens to the log")
class OrderDeskTest {

    private static final UUID ORDER = UUID.fromString("44444444-4444-4444-4444-444444444444");

    private static final RunOrder RUN = new RunOrder(ORDER, true);

    private final List<UUID> checked = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(OrderDesk.class);
    private int looks;
    private int runAt = -1;
    private @Nullable FaultKind failure;
    private @Nullable RuntimeException presenceFails;
    private @Nullable RuntimeException takingFails;
    private @Nullable RuntimeException keyFails;
    private Orders next = Orders.NONE;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final List<UUID> taken = new ArrayList<>();
    private int presences;
    private final OrderDesk desk = new OrderDesk(new Duties());

    private final class Duties implements OrderDesk.Duties {

        @Override
        public Orders orders() {
            return OrderDeskTest.this.orders();
        }

        @Override
        public void check(UUID order) {
            checked.add(order);
        }

        @Override
        public void take(UUID order) {
            taken.add(order);
            failWith(takingFails);
        }

        @Override
        public void replaceKey() {
            assertThat(taken).as("the key comes last").isNotEmpty();
            failWith(keyFails);
        }

        @Override
        public void present() {
            presences++;
            failWith(presenceFails);
        }
    }

    private static void failWith(@Nullable RuntimeException failure) {
        if (failure != null) {
            throw failure;
        }
    }

    private static FaultException fault(FaultKind kind) {
        return new FaultException(kind, "NO_ORDERS", "The platform does not say.", "");
    }

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    private Orders orders() {
        looks++;
        if (failure != null) {
            throw fault(failure);
        }
        if (looks == runAt) {
            return new Orders(null, RUN, null);
        }
        return looks == 2 ? new Orders(ORDER, null, null) : next;
    }

    private Waiting.End waitFor(Duration time) {
        var waiting =
                new Waiting(
                        () -> now,
                        nap -> {
                            now = now.plus(nap);
                            return false;
                        });
        return waiting.until(now.plus(time), desk::look);
    }

    @Test
    void looksEveryTenSecondsUntilTheMomentAndTestsWhenAsked() {
        assertThat(waitFor(Duration.ofSeconds(45))).isEqualTo(new Waiting.End.Moment());
        assertThat(looks).isEqualTo(4);
        assertThat(checked).containsExactly(ORDER);
        assertThat(now)
                .isBetween(
                        Instant.parse("2026-01-01T00:00:45Z"),
                        Instant.parse("2026-01-01T00:00:45.001Z"));
    }

    @Test
    void takesAnOrderedRunAndEndsTheWaitForIt() {
        runAt = 3;
        assertThat(waitFor(Duration.ofMinutes(10))).isEqualTo(new Waiting.End.Ordered(RUN));
        assertThat(taken).containsExactly(ORDER);
        assertThat(now).isEqualTo(Instant.parse("2026-01-01T00:00:30Z"));
    }

    @Test
    void saysOnceAMinuteThatItIsThere() {
        waitFor(Duration.ofMinutes(10));
        assertThat(presences).isEqualTo(10);
    }

    @Test
    void saysAFailureOnceAndLooksOn() {
        failure = FaultKind.UNAVAILABLE;
        waitFor(Duration.ofMinutes(10));
        assertThat(looks).isEqualTo(59);
        assertThat(log.list).hasSize(1);
        assertThat(log.list.getFirst().getFormattedMessage()).contains("does not say");
        failure = null;
        desk.look();
        failure = FaultKind.UNAVAILABLE;
        desk.look();
        assertThat(log.list).as("a new failure is said again").hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"NOT_FOUND", "AUTHENTICATION", "PERMISSION"})
    void asksNoMoreWhenThePlatformKnowsNoOrdersOrRefusesUs(FaultKind kind) {
        failure = kind;
        waitFor(Duration.ofMinutes(10));
        assertThat(looks).isEqualTo(1);
        assertThat(log.list).hasSize(kind == FaultKind.NOT_FOUND ? 0 : 1);
    }

    @Test
    void doesAllThatIsOrderedEvenWhenTheNewKeyCannotBeMade() {
        next = new Orders(ORDER, RUN, true);
        keyFails = fault(FaultKind.PERMISSION);
        assertThat(desk.look()).contains(RUN);
        assertThat(checked).containsExactly(ORDER);
        assertThat(log.list.getLast().getFormattedMessage()).contains("key could not be replaced");
        desk.look();
        assertThat(desk.look()).as("it is not closed").contains(RUN);
    }

    @Test
    void looksOnWhenThePlatformKnowsNoPresence() {
        presenceFails = fault(FaultKind.NOT_FOUND);
        runAt = 1;
        assertThat(desk.look()).contains(RUN);
        runAt = 7;
        assertThat(waitFor(Duration.ofMinutes(10))).isEqualTo(new Waiting.End.Ordered(RUN));
        assertThat(presences).isEqualTo(2);
    }

    @Test
    void takesARunAgainWhoseReceiptWasLost() {
        runAt = 1;
        takingFails = fault(FaultKind.UNAVAILABLE);
        assertThat(desk.look()).isEmpty();
        takingFails = null;
        assertThat(desk.look()).as("the platform does not name it again").contains(RUN);
        assertThat(taken).containsExactly(ORDER, ORDER);
        assertThat(desk.look()).isEmpty();
    }

    @Test
    void leavesARunThatAnotherEngineTook() {
        runAt = 1;
        takingFails = fault(FaultKind.CONFLICT);
        assertThat(desk.look()).isEmpty();
        assertThat(desk.look()).isEmpty();
        assertThat(taken).containsExactly(ORDER);
    }

    @Test
    void aDefectIsLoggedOnceAndTheWaitGoesOn() {
        presenceFails = new IllegalStateException("a defect");
        takingFails =
                new CallFailed(
                        Side.PLATFORM, Fault.of(FaultKind.INTERNAL, "X", "x"), new IOException());
        runAt = 3;
        assertThat(waitFor(Duration.ofMinutes(10))).isEqualTo(new Waiting.End.Moment());
        assertThat(looks).isEqualTo(59);
        assertThat(log.list)
                .filteredOn(event -> event.getThrowableProxy() != null)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getThrowableProxy().getMessage()).isEqualTo("a defect"));
    }

    @Test
    void endsAtOnceWhenTheEngineIsToStop() {
        var moment = now.plusSeconds(60);
        assertThat(new Waiting(() -> now, _ -> true).until(moment, desk::look))
                .isEqualTo(new Waiting.End.Stopped());
        assertThat(new Waiting(() -> now.plusSeconds(90), _ -> true).until(moment, desk::look))
                .isEqualTo(new Waiting.End.Stopped());
        assertThat(looks).isZero();
    }
}
