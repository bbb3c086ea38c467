package io.penstock.wire;

import java.util.List;

/** A stream of a run as the platform has it; no slices means that it is not planned yet. */
public record StreamState(String stream, List<SliceState> slices) {

    public StreamState {
        slices = List.copyOf(slices);
    }
}
