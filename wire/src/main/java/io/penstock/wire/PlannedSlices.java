package io.penstock.wire;

import java.util.List;

/** How the engine cut a stream. */
public record PlannedSlices(List<Bounds> slices) {

    /** How many slices a stream of one run may have, those from splits included. */
    public static final int SLICES_MAX = 10_000;

    /**
     * The bounds of one slice, numbered by its place in the list.
     *
     * @param expected the vendor's number of records when the slice was planned, or -1
     */
    public record Bounds(String lower, String upper, long expected) {}

    public PlannedSlices {
        slices = List.copyOf(slices);
    }
}
