package io.penstock.engine.read;

import io.penstock.core.run.StreamName;
import io.penstock.source.ReadWindow;
import io.penstock.wire.SliceState;

import java.util.List;

/**
 * One stream of a run.
 *
 * @param known its slices as an earlier engine left them; empty when it is not planned yet
 */
public record StreamToRead(StreamName name, ReadWindow window, List<SliceState> known) {

    public StreamToRead {
        known = List.copyOf(known);
    }
}
