package io.penstock.vendor.crowdstrike;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.source.PlannedSlice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

class SlicePlannerTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int YEAR = 365 * 86_400;

    private final CountedKeys vendor = new CountedKeys();

    private List<PlannedSlice> plan(SliceSize size, int wanted) {
        var timing = new Timing(InstantSource.system(), _ -> {}, () -> 0);
        var slices =
                new SlicePlanner(vendor.sorted(), new CountCrew(timing), size)
                        .plan(FalconDescriptor.FINDINGS, Samples.FULL, wanted);
        assertCovered(slices);
        return slices;
    }

    /** Slices follow one another, are open at both ends, and say what they hold. */
    private void assertCovered(List<PlannedSlice> slices) {
        assertThat(slices.getFirst().lower()).isEmpty();
        assertThat(slices.getLast().upper()).isEmpty();
        for (int i = 1; i < slices.size(); i++) {
            assertThat(slices.get(i).lower()).isEqualTo(slices.get(i - 1).upper()).isNotEmpty();
        }
        assertThat(slices).allMatch(slice -> vendor.held(slice) == slice.expected());
        assertThat(slices.stream().mapToLong(PlannedSlice::expected).sum())
                .isEqualTo(vendor.keys.size());
    }

    private void spread(Random random, int count) {
        for (int i = 0; i < count; i++) {
            vendor.add(START.plusSeconds(random.nextInt(2 * YEAR)), 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "4, 9", "16, 24", "50, 50"})
    void givesEveryThreadAboutAsManyPages(int threads, int slicesMax) {
        spread(new Random(1), 200_000);
        var slices = plan(SliceSize.byCursor(5_000), threads);
        assertThat(slices).hasSizeBetween(Math.min(40, threads - 2), slicesMax);
        var pages = slices.stream().mapToLong(s -> Math.ceilDiv(s.expected(), 5_000)).toArray();
        var rounds = Math.ceilDiv(slices.size(), threads);
        var longest = java.util.Arrays.stream(pages).max().orElseThrow();
        assertThat(rounds * longest)
                .as("pages one after the other, %d slices", slices.size())
                .isLessThanOrEqualTo(Math.ceilDiv(40, threads) * 6 / 5);
        assertThat(vendor.calls.get()).isLessThanOrEqualTo(5 * Math.max(threads, 16));
        assertThat(vendor.mostAtOnce.get()).isLessThanOrEqualTo(threads);
    }

    @Test
    void leavesWhatIsTwoPagesOrLessInOnePiece() {
        spread(new Random(2), 10_000);
        assertThat(plan(SliceSize.byCursor(5_000), 16)).hasSize(1);
        assertThat(vendor.calls.get()).isEqualTo(2);
    }

    @Test
    void anEmptyStreamIsOneOpenSlice() {
        assertThat(plan(SliceSize.byCursor(5_000), 16))
                .containsExactly(new PlannedSlice("", "", 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void coversAnyTenant(long seed) {
        var random = new Random(seed);
        spread(random, random.nextInt(20_000));
        for (int wave = random.nextInt(6); wave > 0; wave--) {
            vendor.add(START.plusSeconds(random.nextInt(2 * YEAR)), random.nextInt(9_000));
        }
        var threads = 1 + random.nextInt(64);
        var slices = plan(SliceSize.byCursor(100 + random.nextInt(1_000)), threads);
        assertThat(slices).as("seed %d", seed).hasSizeLessThanOrEqualTo(3 * threads + 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void keepsSlicesOfHostsUnderTheWindowEvenWithinOneSecond(long seed) {
        var random = new Random(seed);
        spread(random, random.nextInt(40_000));
        for (int crowd = random.nextInt(3); crowd > 0; crowd--) {
            vendor.add(START.plusSeconds(random.nextInt(2 * YEAR)), random.nextInt(45_000));
        }
        var slices = plan(SliceSize.underWindow(100, 10_000), 1 + random.nextInt(32));
        assertThat(slices).as("seed %d", seed).allMatch(slice -> slice.expected() <= 9_500);
        assertThat(vendor.calls.get()).isLessThan(400);
    }

    @Test
    void planningCostsFewCallsForManyHosts() {
        spread(new Random(3), 250_000);
        var slices = plan(SliceSize.underWindow(100, 10_000), 16);
        var least = 2 * Math.ceilDiv(250_000, 100);
        var calls = vendor.calls.get();
        for (var slice : slices) {
            calls += 2 * Math.toIntExact(Math.ceilDiv(slice.expected(), 100)) + 1;
        }
        assertThat((double) calls / least).isLessThan(1.08);
    }
}
