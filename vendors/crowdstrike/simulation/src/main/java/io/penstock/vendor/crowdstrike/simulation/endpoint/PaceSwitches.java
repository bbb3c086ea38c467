package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.option.Reading;
import io.penstock.simulator.option.Setting;
import io.penstock.simulator.option.Switch;
import io.penstock.simulator.option.Switchboard;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * How long answers are held back.
 *
 * @param pageDelay milliseconds
 * @param countDelay milliseconds for a call with a limit of one; nothing takes the page's
 * @param latency times as a real tenant's, on top of the delays
 * @param scale what the latency is multiplied with
 */
public record PaceSwitches(
        Setting<Integer> pageDelay,
        Setting<OptionalInt> countDelay,
        Setting<Latency> latency,
        Setting<Double> scale) {

    private static final int DELAY_MAX = 600_000;
    private static final String SAME = "page-delay";

    /** Adds the switches to the board of a simulation. */
    public static PaceSwitches on(Switchboard board) {
        return new PaceSwitches(
                board.add(
                        Switch.of(
                                "page-delay",
                                "0",
                                "milliseconds a data answer is held back",
                                Reading.number(0, DELAY_MAX))),
                board.add(
                        Switch.of(
                                "count-delay",
                                SAME,
                                "the same for calls with limit=1; page-delay takes that one's",
                                PaceSwitches::delay)),
                board.add(
                        Switch.of(
                                "latency",
                                "none",
                                "none, or times as a typical or busy tenant has them",
                                Reading.word("none", "typical", "busy")
                                        .andThen(word ->
                                                Latency.valueOf(word.toUpperCase(Locale.ROOT))))),
                board.add(
                        Switch.of(
                                "latency-scale",
                                "1",
                                "what the latency is multiplied with, 0 to 10",
                                PaceSwitches::factor)));
    }

    private static OptionalInt delay(String text) {
        return text.equals(SAME)
                ? OptionalInt.empty()
                : OptionalInt.of(Reading.number(0, DELAY_MAX).apply(text));
    }

    private static double factor(String text) {
        double factor = text.matches("[0-9]{1,2}(\\.[0-9]{1,6})?") ? Double.parseDouble(text) : -1;
        if (factor < 0 || factor > 10) {
            throw new IllegalArgumentException("allowed are 0 to 10, such as 0.25");
        }
        return factor;
    }

    int delayMillis(boolean count) {
        return count ? countDelay.value().orElse(pageDelay.value()) : pageDelay.value();
    }
}
