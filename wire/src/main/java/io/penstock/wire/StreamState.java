package io.penstock.wire;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A stream of a run as the platform has it; no slices means that it is not planned yet.
 *
 * @param from inclusive start of the stream's window, the last sealed watermark less an overlap;
 *     null reads everything
 */
public record StreamState(String stream, @Nullable Instant from, List<SliceState> slices) {

    public StreamState {
        slices = List.copyOf(slices);
    }
}
