package io.penstock.platform.upload;

/**
 * One record of a file.
 *
 * @param line where it begins, from 1
 * @param json the record as a JSON object, or what was read of it as a JSON text when it has a
 *     fault
 * @param fault why it is no record, one sentence without its full stop; empty when it is one
 */
record FileRecord(int line, byte[] json, String fault) {

    boolean readable() {
        return fault.isEmpty();
    }
}
