package io.penstock.platform.export;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes records to a stream, one after another, in one format, and keeps none of them. Whatever
 * stands before the first record is written when the writer is made; {@link #close} writes what
 * stands after the last one and flushes, but leaves the stream below open.
 *
 * @param <T> {@link io.penstock.platform.search.ExportedFinding} or {@link
 *     io.penstock.platform.search.ExportedAsset}
 */
public interface RecordWriter<T> extends Closeable {

    /**
     * @throws IOException when the stream below fails
     */
    void write(T record) throws IOException;
}
