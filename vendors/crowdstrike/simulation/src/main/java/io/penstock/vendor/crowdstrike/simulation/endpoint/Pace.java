package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.SimulatedRequest;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Holds good answers back for a time, as a real tenant does; noise depends on seed and count. */
public final class Pace implements Function<SimulatedRequest, SimulatedAnswer> {

    // Enough to tell a count from a page; a row's size depends on its facets.
    private static final int ROW_BYTES_PACKED = 400;
    private static final int ROW_BYTES_PLAIN = 3000;

    private final Function<SimulatedRequest, SimulatedAnswer> next;
    private final PaceSwitches switches;
    private final long seed;
    private final AtomicLong calls = new AtomicLong();

    public Pace(
            Function<SimulatedRequest, SimulatedAnswer> next, PaceSwitches switches, long seed) {
        this.next = next;
        this.switches = switches;
        this.seed = seed;
    }

    @Override
    public SimulatedAnswer apply(SimulatedRequest request) {
        SimulatedAnswer answer = next.apply(request);
        if (answer.status() == 200 || answer.status() == 201) {
            sleep(time(request, answer));
        }
        return answer;
    }

    private Duration time(SimulatedRequest request, SimulatedAnswer answer) {
        boolean count = request.parameter("limit").orElse("").equals("1");
        int delay = answer.status() == 200 ? switches.delayMillis(count) : 0;
        SplittableRandom draw = new SplittableRandom(seed * 1_000_003 + calls.incrementAndGet());
        double latency =
                switches.latency().value().millis(request.path(), rows(answer), draw)
                        * switches.scale().value();
        return Duration.ofMillis(delay + Math.round(latency));
    }

    private static int rows(SimulatedAnswer answer) {
        boolean packed = answer.headers().containsKey("Content-Encoding");
        return answer.body().length / (packed ? ROW_BYTES_PACKED : ROW_BYTES_PLAIN);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
