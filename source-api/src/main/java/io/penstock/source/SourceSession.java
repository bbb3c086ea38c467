package io.penstock.source;

import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.core.run.StreamName;

import java.util.List;

/**
 * One engine run's conversation with a vendor.
 *
 * <p>Every method may throw a {@code FaultException}; a retryable kind means that the same call
 * with the same arguments may be repeated, by this or by another session.
 */
public interface SourceSession extends AutoCloseable {

    /**
     * Cuts a stream into slices that together hold every record of the window exactly once.
     *
     * @param wanted how many slices can be read at once; a vendor that cannot split answers with
     *     one
     */
    List<Slice> slices(StreamName stream, ReadWindow window, int wanted);

    /**
     * Reads the page at a position. The same position gives the same records or a superset of them
     * as long as the vendor's data does not change.
     */
    Page read(Slice slice, ReadWindow window, Position position);

    /** The vendor's present number of records in the slice; asked again when a slice ends. */
    long total(Slice slice, ReadWindow window);

    @Override
    void close();
}
