package io.penstock.vendor.crowdstrike.simulation.text;

import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Compresses pieces that will stand in the middle of a deflate stream: each on its own, with an
 * empty window, ended on a byte boundary. Used by one thread; holds native memory until closed.
 */
final class Packing implements AutoCloseable {

    private final Deflater deflater = new Deflater(LEVEL, true);
    private byte[] room = new byte[4096];

    private static final int LEVEL = 6;

    byte[] pack(byte[] plain) {
        deflater.reset();
        deflater.setInput(plain);
        int length = 0;
        while (true) {
            int made = deflater.deflate(room, length, room.length - length, Deflater.SYNC_FLUSH);
            length += made;
            // A flush is complete only when it leaves room unused.
            if (length < room.length) {
                return Arrays.copyOf(room, length);
            }
            room = Arrays.copyOf(room, room.length * 2);
        }
    }

    @Override
    public void close() {
        deflater.end();
    }
}
