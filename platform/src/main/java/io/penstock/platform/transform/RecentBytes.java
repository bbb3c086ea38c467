package io.penstock.platform.transform;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that remembers the bytes it gave out last, so that a record can be quoted right after it
 * was read without walking the page a second time.
 */
final class RecentBytes extends InputStream {

    /** More than any record the vendors are known to send, and more than a parser reads ahead. */
    private static final int REMEMBERED = 256 * 1024;

    private final InputStream in;
    private final byte[] ring = new byte[REMEMBERED];
    private long total;

    RecentBytes(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var count = in.read(target, offset, Math.min(length, REMEMBERED / 2));
        for (var done = 0; done < count; ) {
            var at = (int) (total % REMEMBERED);
            var piece = Math.min(count - done, REMEMBERED - at);
            System.arraycopy(target, offset + done, ring, at, piece);
            done += piece;
            total += piece;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The bytes from one offset to another; empty when they are not remembered any more. */
    byte[] between(long from, long until) {
        if (from < total - REMEMBERED || until > total || from >= until) {
            return new byte[0];
        }
        var bytes = new byte[(int) (until - from)];
        var at = (int) (from % REMEMBERED);
        var first = Math.min(bytes.length, REMEMBERED - at);
        System.arraycopy(ring, at, bytes, 0, first);
        System.arraycopy(ring, 0, bytes, first, bytes.length - first);
        return bytes;
    }
}
