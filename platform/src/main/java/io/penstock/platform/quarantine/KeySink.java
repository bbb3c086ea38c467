package io.penstock.platform.quarantine;

import io.penstock.platform.transform.PageRecords;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** Keeps the first record of a page that holds a key. */
final class KeySink implements PageRecords.Sink {

    private final KeyScan scan;
    private int next;
    private int index;
    private @Nullable String text;

    KeySink(KeyScan scan) {
        this.scan = scan;
    }

    @Override
    public void take(byte[] buffer, int from, int length) {
        if (text == null && scan.in(buffer, from, from + length)) {
            index = next;
            text = new String(buffer, from, length, StandardCharsets.UTF_8);
        }
        next++;
    }

    @Override
    public void tooLong(long length) {
        next++;
    }

    int index() {
        return index;
    }

    /** The record; null while none was found. */
    @Nullable String text() {
        return text;
    }
}
