package io.penstock.platform.reading;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a run that is opened now reads.
 *
 * @param reason why it is of this kind, one sentence
 * @param windows one per stream, in the order of the streams
 */
public record NextRead(RunKind kind, String reason, List<Window> windows) {

    /** A run at the same minute every week must not wait for the eighth day. */
    private static final Duration PUNCTUAL_MAX = Duration.ofHours(1);

    private static final int PUNCTUAL_PART = 20;

    /**
     * @param from inclusive; null reads everything
     */
    public record Window(String stream, @Nullable Instant from) {}

    public NextRead {
        windows = List.copyOf(windows);
    }

    /**
     * @param asked the opener itself asks for a full run
     * @param now becomes the end of the run's window
     */
    static NextRead of(ReadingState state, List<String> streams, boolean asked, Instant now) {
        var full = fullBecause(state, asked, now);
        if (full != null) {
            return new NextRead(
                    RunKind.FULL, full, streams.stream().map(s -> new Window(s, null)).toList());
        }
        return new NextRead(
                RunKind.DELTA,
                "The last complete full run is of "
                        + state.lastFull()
                        + ", and one is due every "
                        + words(state.settings().fullEvery())
                        + ".",
                streams.stream().map(s -> new Window(s, from(state, s, now))).toList());
    }

    private static @Nullable String fullBecause(ReadingState state, boolean asked, Instant now) {
        var every = state.settings().fullEvery();
        var last = state.lastFull();
        if (asked || state.fullWanted()) {
            return "A full run was asked for.";
        }
        if (every.isZero()) {
            return "Every run of this profile is a full one.";
        }
        if (state.watermarks().isEmpty()) {
            return "No stream has a watermark.";
        }
        if (last == null) {
            return "No full run with the present settings was complete yet.";
        }
        return now.isBefore(last.plus(every).minus(punctual(every)))
                ? null
                : "The last complete full run is of "
                        + last
                        + ", and one is due every "
                        + words(every)
                        + ".";
    }

    private static Duration punctual(Duration every) {
        var part = every.dividedBy(PUNCTUAL_PART);
        return part.compareTo(PUNCTUAL_MAX) < 0 ? part : PUNCTUAL_MAX;
    }

    /** A watermark that lies ahead of the clock tells nothing; everything is read then. */
    private static @Nullable Instant from(ReadingState state, String stream, Instant now) {
        return state.watermarks().stream()
                .filter(watermark -> watermark.stream().equals(stream))
                .map(watermark -> watermark.until().minus(state.settings().overlap()))
                .filter(from -> from.isBefore(now))
                .findFirst()
                .orElse(null);
    }

    private static String words(Duration length) {
        if (length.toHours() % 24 == 0 && length.equals(Duration.ofDays(length.toDays()))) {
            return length.toDays() == 1 ? "day" : length.toDays() + " days";
        }
        return length.equals(Duration.ofHours(1)) ? "hour" : plain(length);
    }

    private static String plain(Duration length) {
        return length.equals(Duration.ofHours(length.toHours()))
                ? length.toHours() + " hours"
                : length.toMinutes() + " minutes";
    }
}
