package io.penstock.platform.quarantine;

import io.penstock.platform.transform.PageRecords;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.io.JsonStringEncoder;

import java.nio.charset.StandardCharsets;

/** Keeps the first record that holds a key as a JSON text. */
final class KeySink implements PageRecords.Sink {

    private final byte[] wanted;
    private int next;
    private int index;
    private @Nullable String text;

    KeySink(String key) {
        var quoted = JsonStringEncoder.getInstance().quoteAsUTF8(key);
        wanted = new byte[quoted.length + 2];
        wanted[0] = '"';
        System.arraycopy(quoted, 0, wanted, 1, quoted.length);
        wanted[quoted.length + 1] = '"';
    }

    @Override
    public void take(byte[] buffer, int from, int length) {
        if (text == null && holds(buffer, from, from + length)) {
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

    private boolean holds(byte[] buffer, int from, int to) {
        for (var at = from; at <= to - wanted.length; at++) {
            if (buffer[at] == '"' && fits(buffer, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(byte[] buffer, int at) {
        for (var i = 1; i < wanted.length; i++) {
            if (buffer[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
