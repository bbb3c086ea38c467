package io.penstock.platform.upload;

import io.penstock.core.run.StreamKind;
import io.penstock.source.StreamSpec;

/**
 * A file that somebody sends.
 *
 * @param stream what its records are
 * @param separator what cuts a cell of a CSV file into the elements of a list
 * @param by who sends it
 */
record Upload(StreamSpec stream, FileForm form, char separator, String by) {

    /** How a file is written. */
    enum FileForm {
        CSV,
        NDJSON
    }

    boolean hosts() {
        return stream.kind() == StreamKind.HOSTS;
    }
}
