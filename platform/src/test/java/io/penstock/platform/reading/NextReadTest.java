package io.penstock.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.reading.NextRead.Window;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

class NextReadTest {

    private static final Instant NOW = Instant.parse("2026-11-23T03:15:00Z");
    private static final List<String> STREAMS = List.of("hosts", "vulnerabilities");
    private static final ReadingSettings WEEKLY =
            new ReadingSettings(Duration.ofDays(7), Duration.ofMinutes(15));

    @Test
    void readsEverythingBeforeThereIsAWatermark() {
        var next = next(WEEKLY, false, NOW.minusSeconds(60), false);

        assertThat(next.kind()).isEqualTo(RunKind.FULL);
        assertThat(next.reason()).isEqualTo("No stream has a watermark.");
        assertThat(next.windows())
                .containsExactly(new Window("hosts", null), new Window("vulnerabilities", null));
    }

    @Test
    void readsEverythingUntilAFullRunWasComplete() {
        assertThat(next(WEEKLY, false, null, false, "hosts").kind()).isEqualTo(RunKind.FULL);
    }

    @Test
    void readsWhatChangedSinceTheWatermarkLessTheOverlap() {
        var next = next(WEEKLY, false, day(6), false, "hosts", "vulnerabilities");

        var from = day(1).minus(Duration.ofMinutes(15));
        assertThat(next.kind()).isEqualTo(RunKind.DELTA);
        assertThat(next.reason()).contains("one is due every 7 days");
        assertThat(next.windows())
                .containsExactly(new Window("hosts", from), new Window("vulnerabilities", from));
    }

    @Test
    void readsAllOfAStreamWithoutAWatermark() {
        assertThat(next(WEEKLY, false, day(6), false, "hosts").windows().getLast())
                .isEqualTo(new Window("vulnerabilities", null));
    }

    /** The week's run opens some seconds earlier or later than the one before. */
    @ParameterizedTest
    @CsvSource({
        "PT144H,         DELTA",
        "PT166H59M59S,   DELTA",
        "PT167H,         FULL",
        "PT167H59M58S,   FULL",
        "PT168H2S,       FULL",
    })
    void aFullRunIsDueAfterItsInterval(Duration since, RunKind expected) {
        var next = next(WEEKLY, false, NOW.minus(since), false, "hosts", "vulnerabilities");

        assertThat(next.kind()).isEqualTo(expected);
    }

    @Test
    void aFullRunIsReadWhenAPersonOrTheEngineAsksForIt() {
        var streams = new String[] {"hosts", "vulnerabilities"};

        assertThat(next(WEEKLY, true, day(1), false, streams).kind()).isEqualTo(RunKind.FULL);
        assertThat(next(WEEKLY, false, day(1), true, streams).kind()).isEqualTo(RunKind.FULL);
    }

    @Test
    void everyRunIsFullWhenTheIntervalIsZero() {
        var settings = new ReadingSettings(Duration.ZERO, Duration.ofMinutes(15));

        assertThat(next(settings, false, NOW, false, "hosts", "vulnerabilities").kind())
                .isEqualTo(RunKind.FULL);
    }

    @Test
    void aWatermarkAheadOfTheClockTellsNothing() {
        var ahead = new Watermark("hosts", NOW.plus(Duration.ofHours(2)), UUID.randomUUID(), NOW);
        var state = new ReadingState(WEEKLY, false, day(1), List.of(ahead));

        assertThat(NextRead.of(state, STREAMS, false, NOW).windows().getFirst().from()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "PT59M59S,   PT15M,     fullEvery",
        "PT2160H1S,  PT15M,     fullEvery",
        "-PT1H,      PT15M,     fullEvery",
        "P7D,        PT59S,     overlap",
        "P7D,        PT0S,      overlap",
        "P7D,        PT24H1S,   overlap",
    })
    void refusesSettingsOutOfTheirBounds(Duration fullEvery, Duration overlap, String named) {
        assertThatThrownBy(() -> new ReadingSettings(fullEvery, overlap))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("'" + named + "' is");
    }

    @Test
    void takesSettingsAtTheirBounds() {
        assertThat(new ReadingSettings(Duration.ofHours(1), Duration.ofMinutes(1))).isNotNull();
        assertThat(new ReadingSettings(Duration.ofDays(90), Duration.ofDays(1))).isNotNull();
    }

    private static Instant day(int before) {
        return NOW.minus(Duration.ofDays(before));
    }

    private static NextRead next(
            ReadingSettings settings,
            boolean wanted,
            @Nullable Instant lastFull,
            boolean asked,
            String... marked) {
        var watermarks =
                Arrays.stream(marked)
                        .map(s -> new Watermark(s, day(1), UUID.randomUUID(), day(1)))
                        .toList();
        var state = new ReadingState(settings, wanted, lastFull, watermarks);
        return NextRead.of(state, STREAMS, asked, NOW);
    }
}
