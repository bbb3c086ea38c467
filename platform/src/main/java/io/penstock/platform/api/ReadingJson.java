package io.penstock.platform.api;

import io.penstock.platform.reading.NextRead;
import io.penstock.platform.reading.ReadingState;
import io.penstock.platform.reading.Watermark;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * How a profile reads.
 *
 * @param fullEvery ISO 8601; {@code PT0S} makes every run a full one
 * @param overlap ISO 8601
 * @param lastFull the data of the newest complete full run is of this time; null before one
 */
record ReadingJson(
        String fullEvery,
        String overlap,
        boolean fullWanted,
        @Nullable Instant lastFull,
        NextRead next,
        List<Watermark> watermarks) {

    static ReadingJson of(ReadingState state, NextRead next) {
        return new ReadingJson(
                state.settings().fullEvery().toString(),
                state.settings().overlap().toString(),
                state.fullWanted(),
                state.lastFull(),
                next,
                state.watermarks());
    }
}
