package io.penstock.source;

import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.core.run.StreamName;

import java.util.List;
import java.util.Optional;

/**
 * One engine run's conversation with a vendor. Called by many threads at once; a slice is read by
 * one thread at a time.
 *
 * <p>Every method may throw a {@code FaultException}; a retryable kind means that the same call
 * with the same arguments may be repeated, by this or by another session.
 */
public interface SourceSession extends AutoCloseable {

    /**
     * Cuts a stream into slices that together hold every record of the window exactly once, in the
     * order of their keys. May ask the vendor for counts, several at a time but never more than
     * {@code wanted}.
     *
     * @param wanted how many slices can be read at once; a vendor that cannot split answers with
     *     one
     */
    List<PlannedSlice> slices(StreamName stream, ReadWindow window, int wanted);

    /**
     * Where the rest of a slice can be cut, so that both parts hold about as much; empty when that
     * would not be worth the calls.
     *
     * @param reached everything up to here was read; the cut lies behind it
     */
    Optional<SliceSplit> split(Slice slice, ReadWindow window, Position reached);

    /**
     * Reads the page at a position. The same position gives the same records or a superset of them
     * as long as the vendor's data does not change. The position may have been reached under an
     * upper bound that was lowered since by a split.
     */
    Page read(Slice slice, ReadWindow window, Position position);

    /** The vendor's present number of records in the slice; asked again when a slice ends. */
    long total(Slice slice, ReadWindow window);

    /**
     * Tries whether this connection can work: the login, each permission by the name it has in the
     * vendor's console, one record of each stream. A refusal is a step that failed, not a fault.
     */
    List<CheckStep> check();

    @Override
    void close();
}
