package io.penstock.vendor.crowdstrike.simulation.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.SimulatedRequest;
import io.penstock.simulator.option.Switchboard;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

class PaceTest {

    private static final String SPOTLIGHT = SpotlightEndpoint.PATH;

    private final Switchboard board = new Switchboard();
    private final PaceSwitches switches = PaceSwitches.on(board);

    @Test
    void holdsPagesAndCountsBackForTimesOfTheirOwn() {
        board.start(Map.of("page-delay", "150", "count-delay", "0"));

        assertThat(millis(200, "5000")).isGreaterThanOrEqualTo(150);
        assertThat(millis(200, "1")).isLessThan(150);
        board.set("count-delay", "300");
        assertThat(millis(200, "1")).isGreaterThanOrEqualTo(300);
        board.reset("count-delay");
        assertThat(millis(200, "1")).isBetween(150L, 299L);
    }

    @Test
    void answersARefusalAndATokenAtOnce() {
        board.start(Map.of("page-delay", "2000"));

        assertThat(millis(429, "100")).isLessThan(2000);
        assertThat(millis(201, "100")).isLessThan(2000);
    }

    @Test
    void scalesTheLatency() {
        board.start(Map.of("latency", "typical", "latency-scale", "0.1"));

        assertThat(millis(200, "100")).isBetween(15L, 400L);
    }

    @Test
    void hasTheTimesThatWereMeasured() {
        double[] few = times(Latency.TYPICAL, SPOTLIGHT, 1);
        double[] many = times(Latency.TYPICAL, SPOTLIGHT, 5000);
        double[] busy = times(Latency.BUSY, SPOTLIGHT, 5000);
        double[] hosts = times(Latency.TYPICAL, HostQueries.PATH, 100);
        double[] tokens = times(Latency.BUSY, TokenEndpoint.PATH, 0);

        assertThat(median(few)).isBetween(480.0, 520.0);
        assertThat(median(many)).isBetween(1200.0, 1300.0);
        assertThat(median(busy)).isBetween(16_500.0, 17_500.0);
        assertThat(boxed(hosts)).allMatch(time -> time >= 1000 && time <= 8000);
        assertThat(boxed(tokens)).allMatch(time -> time >= 500 && time <= 1200);
        assertThat(times(Latency.NONE, SPOTLIGHT, 5000)).containsOnly(0);
    }

    @Test
    void letsOneBusyCallInAHundredTakeOverHalfAMinute() {
        double[] busy = times(Latency.BUSY, SPOTLIGHT, 1);

        assertThat(Arrays.stream(busy).filter(time -> time > 30_000).count()).isBetween(60L, 140L);
        assertThat(boxed(times(Latency.TYPICAL, SPOTLIGHT, 1))).allMatch(time -> time < 30_000);
    }

    @Test
    void refusesWithOneSentence() {
        assertThatThrownBy(() -> board.set("latency-scale", "11"))
                .hasMessage(
                        "The option latency-scale is \"11\", allowed are 0 to 10, such as 0.25.");
        assertThatThrownBy(() -> board.set("count-delay", "soon"))
                .hasMessage("The option count-delay is \"soon\", allowed are 0 to 600000.");
    }

    private long millis(int status, String limit) {
        SimulatedAnswer answer = new SimulatedAnswer(status, Map.of(), new byte[10]);
        Pace pace = new Pace(_ -> answer, switches, 1);
        SimulatedRequest request =
                new SimulatedRequest(
                        "GET",
                        SPOTLIGHT,
                        Map.of("limit", List.of(limit)),
                        Map.of(),
                        Map.of(),
                        "127.0.0.1");
        long begun = System.nanoTime();
        assertThat(pace.apply(request)).isSameAs(answer);
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static double[] times(Latency latency, String path, int rows) {
        SplittableRandom draw = new SplittableRandom(4711);
        return DoubleStream.generate(() -> latency.millis(path, rows, draw))
                .limit(10_000)
                .toArray();
    }

    private static List<Double> boxed(double[] times) {
        return Arrays.stream(times).boxed().toList();
    }

    private static double median(double[] times) {
        return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
    }
}
