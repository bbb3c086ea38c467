package io.penstock.platform.upload;

import java.io.IOException;
import java.util.Optional;

/** The records of a file, one after the other. One thread. */
interface FileRecords {

    /** The next record; empty at the end of the file. */
    Optional<FileRecord> next() throws IOException;
}
