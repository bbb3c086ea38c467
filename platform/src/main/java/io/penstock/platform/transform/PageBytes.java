package io.penstock.platform.transform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a page, walked once from its beginning, with as much of them in memory as one record
 * may have. It knows where JSON values begin and end and nothing more: whether they are good JSON
 * is seen when they are read. One thread.
 */
final class PageBytes implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    /** Most bytes of a page once it is unpacked: no small page becomes a large one for ever. */
    static final long PAGE_MAX = 1_000_000_000L;

    private static final int[] MARK = {0xEF, 0xBB, 0xBF};

    private final InputStream in;
    private final int keptMax;

    /** True when the buffer is the page itself, as it was given: it is never written to. */
    private final boolean whole;

    private byte[] buffer;
    private int at;
    private int end;
    private long before;

    /** Where the value being kept begins; -1 when none is kept, or it became too long. */
    private int mark = -1;

    private boolean special;

    PageBytes(byte[] body, String encoding, int keptMax) throws IOException {
        this.keptMax = keptMax;
        this.whole = !encoding.equals("gzip");
        if (whole) {
            this.in = InputStream.nullInputStream();
            this.buffer = body;
            this.end = body.length;
        } else {
            this.in = new GZIPInputStream(new ByteArrayInputStream(body), BUFFER);
            this.buffer = new byte[BUFFER];
        }
    }

    byte[] buffer() {
        return buffer;
    }

    /** The place of the next byte in the buffer. */
    int at() {
        return at;
    }

    /** Where the bytes in the buffer end. */
    int end() {
        return end;
    }

    /** The place of the next byte in the page. */
    long offset() {
        return before + at;
    }

    /** True when the last kept value has escapes or letters beyond ASCII. */
    boolean special() {
        return special;
    }

    /** The next byte that is no white space, without taking it; -1 at the end. */
    int peek() throws IOException {
        while (true) {
            while (at < end) {
                var c = buffer[at];
                if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                    return c & 0xff;
                }
                at++;
            }
            if (!fill()) {
                return -1;
            }
        }
    }

    /** Goes behind the mark that some writers put before UTF-8. */
    void passMark() throws IOException {
        var passed = 0;
        while (passed < MARK.length && peek() == MARK[passed]) {
            passed++;
            at++;
        }
        if (passed > 0 && passed < MARK.length) {
            throw new IOException("it does not begin with letters of UTF-8");
        }
    }

    void take(int count) {
        at += count;
    }

    /**
     * Goes behind the value that begins here and keeps its bytes in the buffer.
     *
     * @return where it begins in the buffer; -1 when it has more bytes than are kept
     */
    int keep() throws IOException {
        mark = at;
        special = false;
        pass();
        var begins = mark;
        mark = -1;
        return begins;
    }

    /** Goes behind the value that begins here. */
    void pass() throws IOException {
        switch (buffer[at]) {
            case '"' -> {
                at++;
                string();
            }
            case '{', '[' -> {
                at++;
                close(1);
            }
            default -> scalar();
        }
    }

    /** Goes behind the bracket that closes as many open ones. */
    void close(int open) throws IOException {
        var depth = open;
        while (depth > 0) {
            need();
            switch (buffer[at++]) {
                case '"' -> string();
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
        }
    }

    private void scalar() throws IOException {
        while (at < end || fill()) {
            switch (buffer[at]) {
                case ',', ']', '}', ' ', '\n', '\r', '\t' -> {
                    return;
                }
                default -> at++;
            }
        }
    }

    /** Goes behind a text whose quote has been taken, eight bytes at a time where it can. */
    private void string() throws IOException {
        while (true) {
            skipPlain();
            need();
            var c = buffer[at++];
            if (c == '"') {
                return;
            }
            if (c == '\\') {
                special = true;
                need();
                at++;
            } else if (c < 0) {
                special = true;
            }
        }
    }

    private void skipPlain() {
        var bytes = buffer;
        var place = at;
        var last = end - Long.BYTES;
        var seen = 0L;
        while (place <= last) {
            var eight = EightBytes.at(bytes, place);
            if (EightBytes.marks(eight) != 0) {
                break;
            }
            seen |= eight;
            place += Long.BYTES;
        }
        special |= (seen & EightBytes.HIGHS) != 0;
        at = place;
    }

    private void need() throws IOException {
        if (at == end && !fill()) {
            throw new IOException("it ends in the middle, after " + offset() + " bytes");
        }
    }

    /** Reads on; what is kept stays in the buffer. False at the end of the page. */
    private boolean fill() throws IOException {
        if (whole) {
            return false;
        }
        var from = mark < 0 ? at : mark;
        if (end - from > keptMax) {
            mark = -1;
            from = at;
        }
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, end - from);
            before += from;
            at -= from;
            end -= from;
            mark = mark < 0 ? -1 : 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * end, keptMax + BUFFER));
        }
        var read = in.read(buffer, end, buffer.length - end);
        if (read > 0) {
            end += read;
        }
        if (before + end > PAGE_MAX) {
            throw new IOException("it has more than " + PAGE_MAX + " bytes");
        }
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
