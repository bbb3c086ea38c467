package io.penstock.platform.reading;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What is known of a profile's reading.
 *
 * @param fullWanted a person or an engine asked for a full run
 * @param lastFull the end of the window of the newest complete full run that read with the present
 *     settings; null before one
 */
public record ReadingState(
        ReadingSettings settings,
        boolean fullWanted,
        @Nullable Instant lastFull,
        List<Watermark> watermarks) {

    public ReadingState {
        watermarks = List.copyOf(watermarks);
    }
}
