package io.penstock.vendor.crowdstrike;

import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.source.Page;
import io.penstock.source.ReadWindow;

/** How one stream is read; see {@code SourceSession} for the contract of both methods. */
interface FalconStream {

    Page read(Slice slice, ReadWindow window, Position position);

    long total(Slice slice, ReadWindow window);
}
