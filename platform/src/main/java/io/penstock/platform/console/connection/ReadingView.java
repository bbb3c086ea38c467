package io.penstock.platform.console.connection;

import io.penstock.platform.connector.Profile;
import io.penstock.platform.reading.NextRead;
import io.penstock.platform.reading.ReadingState;
import io.penstock.platform.reading.Watermark;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** How a profile reads, as the connection's page shows it. */
public record ReadingView(Profile profile, NextRead next, boolean fullWanted, List<Row> rows) {

    /**
     * @param watermark null when nothing of the stream is proved
     * @param from where the next run begins; null when it reads everything
     */
    public record Row(String stream, @Nullable Watermark watermark, @Nullable Instant from) {}

    static ReadingView of(Profile profile, ReadingState state, NextRead next) {
        var rows =
                next.windows().stream()
                        .map(window ->
                                new Row(
                                        window.stream(),
                                        watermark(state, window.stream()),
                                        window.from()))
                        .toList();
        return new ReadingView(profile, next, state.fullWanted(), rows);
    }

    private static @Nullable Watermark watermark(ReadingState state, String stream) {
        return state.watermarks().stream()
                .filter(watermark -> watermark.stream().equals(stream))
                .findFirst()
                .orElse(null);
    }
}
