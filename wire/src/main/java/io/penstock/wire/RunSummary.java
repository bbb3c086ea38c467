package io.penstock.wire;

import java.util.List;

/**
 * What arrived, per stream; transformation may still be at work on it.
 *
 * @param complete true when every slice of every stream is sealed
 */
public record RunSummary(boolean complete, String reason, List<StreamSummary> streams) {

    /** Counts of one stream. */
    public record StreamSummary(
            String stream, long vendorTotal, long received, long distinct, long pages) {}

    public RunSummary {
        streams = List.copyOf(streams);
    }
}
