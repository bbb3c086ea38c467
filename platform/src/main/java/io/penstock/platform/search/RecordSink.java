package io.penstock.platform.search;

import java.io.IOException;

/** Takes the records of an export, one after another. */
@FunctionalInterface
public interface RecordSink<T> {

    /**
     * @throws IOException ends the export
     */
    void take(T record) throws IOException;
}
