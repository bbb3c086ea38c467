package io.penstock.vendor.crowdstrike;

import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.source.Page;
import io.penstock.source.ReadWindow;

import java.time.Instant;
import java.util.Optional;

/** How one stream is read, and what is needed to cut it. */
interface FalconStream {

    /** See {@code SourceSession}. */
    Page read(Slice slice, ReadWindow window, Position position);

    RangeCounts counts();

    SliceSize sliceSize();

    /** The key up to which a position has read; empty when nothing was read yet. */
    Optional<Instant> reached(Position position);
}
