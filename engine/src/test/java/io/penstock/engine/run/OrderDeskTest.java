package io.penstock.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.wire.Orders;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a waiting engine does, with a clock that only naps move. */
@Isolated("listens to the log")
class OrderDeskTest {

    private static final UUID ORDER = UUID.fromString("44444444-4444-4444-4444-444444444444");

    private final List<UUID> checked = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(OrderDesk.class);
    private int looks;
    private int runAt = -1;
    private @Nullable FaultKind failure;
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
        }

        @Override
        public void replaceKey() {}

        @Override
        public void present() {
            presences++;
        }
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
            throw new FaultException(failure, "NO_ORDERS", "The platform does not say.", "");
        }
        return looks == runAt
                ? new Orders(null, new Orders.RunOrder(ORDER, true), null)
                : new Orders(looks == 2 ? ORDER : null, null, null);
    }

    private Waiting.End waitFor(Duration time) {
        var waiting =
                new Waiting(
                        () -> now,
                        nap -> {
                            now = now.plus(nap);
                            return false;
                        });
        return waiting.until(now.plus(time), desk);
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
        assertThat(waitFor(Duration.ofMinutes(10)))
                .isEqualTo(new Waiting.End.Ordered(new Orders.RunOrder(ORDER, true)));
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
    void endsAtOnceWhenTheEngineIsToStop() {
        var moment = now.plusSeconds(60);
        assertThat(new Waiting(() -> now, _ -> true).until(moment, desk))
                .isEqualTo(new Waiting.End.Stopped());
        assertThat(new Waiting(() -> now.plusSeconds(90), _ -> true).until(moment, desk))
                .isEqualTo(new Waiting.End.Stopped());
        assertThat(looks).isZero();
    }
}
