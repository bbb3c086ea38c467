package io.penstock.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.identity.DecisionOrder;
import io.penstock.platform.identity.Decisions;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.util.UUID;

/**
 * The inventory is a function of what was reported and decided, whatever the order it arrived in:
 * one history delivered in several orders gives the same assets, findings and events.
 */
class HistoryOrderIT {

    /** The gate takes a few; {@code -Dpenstock.histories=500} takes more. */
    private static final int HISTORIES = Integer.getInteger("penstock.histories", 12);

    private static final long FIRST_SEED = Long.getLong("penstock.histories.seed", 1);

    private static final int ORDERS = 2;

    private static ConfigurableApplicationContext platform;
    private static InventoryState state;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestEngine.platform(data);
        state = new InventoryState(platform.getBean(JdbcClient.class));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void anyOrderOfDeliveryGivesTheSameInventory() {
        var different = 0;
        var shared = 0;
        for (var seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
            var first = delivered(seed, 0);
            if (Boolean.getBoolean("penstock.histories.show")) {
                System.out.println(first);
            }
            shared += first.lines().filter(line -> line.contains(" of ")).count() > 0 ? 1 : 0;
            for (var order = 1; order <= ORDERS - 1; order++) {
                if (!delivered(seed, order).equals(first)) {
                    different++;
                    System.out.println("history " + seed + " depends on its order " + order);
                }
            }
        }
        System.out.println(
                HISTORIES
                        + " histories in "
                        + ORDERS
                        + " orders each, "
                        + different
                        + " of them different; in "
                        + shared
                        + " findings have several records");
        assertThat(different).isZero();
        assertThat(shared).as("histories that put the merge to the test").isPositive();
    }

    private static String delivered(long seed, int order) {
        state.clear();
        new FleetDelivery(platform, seed * 31 + order, HistoryOrderIT::decide)
                .deliver(new Fleet(seed));
        return state.shown();
    }

    private static boolean decide(boolean together, UUID oneHost, UUID otherHost) {
        var order =
                together
                        ? new DecisionOrder.Pin(oneHost, otherHost)
                        : new DecisionOrder.Forbid(oneHost, otherHost);
        try {
            platform.getBean(Decisions.class).decide(1, "tester", order, "seen on site");
            return true;
        } catch (FaultException e) {
            if (e.fault().kind() == FaultKind.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
