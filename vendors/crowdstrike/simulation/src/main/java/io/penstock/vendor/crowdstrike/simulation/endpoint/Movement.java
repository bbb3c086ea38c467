package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.option.Reading;
import io.penstock.simulator.option.Setting;
import io.penstock.simulator.option.Switch;
import io.penstock.simulator.option.Switchboard;
import io.penstock.vendor.crowdstrike.simulation.tenant.Timeline;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The fault that rows move while a client pages: before a page of findings is chosen, a second
 * passes in which some change, close, come and go. It ends after a number of calls, so that a
 * client has something to end up with.
 */
final class Movement {

    private final Setting<Integer> rows;
    private final Setting<Integer> calls;
    private final AtomicInteger moved = new AtomicInteger();

    Movement(Switchboard board) {
        this.rows =
                board.add(
                        Switch.of(
                                        "moving-rows",
                                        "0",
                                        "findings that change, close, come or go before each page"
                                                + " of findings",
                                        Reading.number(0, 10_000))
                                .tried("20"));
        this.calls =
                board.add(
                        Switch.of(
                                "moving-calls",
                                "50",
                                "pages of findings after which nothing moves any more",
                                Reading.number(0, 1_000_000)));
    }

    /** Called before a page of findings is chosen. */
    void page(Timeline timeline) {
        int count = rows.value();
        boolean moves = count > 0 && timeline.room(count);
        if (moves && moved.get() < calls.value() && moved.incrementAndGet() <= calls.value()) {
            timeline.move(count);
            rows.strike();
        }
    }
}
