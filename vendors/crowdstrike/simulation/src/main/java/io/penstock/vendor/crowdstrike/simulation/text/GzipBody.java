package io.penstock.vendor.crowdstrike.simulation.text;

import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * One gzip member (RFC 1952), compressed as it grows. The fastest level is enough: a vendor's page
 * repeats itself so much that the others gain little and cost more than making the text.
 */
final class GzipBody implements Body {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};
    private static final int ROOM = 64 * 1024;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final CRC32 sum = new CRC32();
    private final Bytes out;
    private final byte[] packed = new byte[ROOM];
    private byte[] pending = new byte[ROOM];
    private int waiting;
    private long plainSize;

    GzipBody(int sizeExpected) {
        this.out = new Bytes(sizeExpected);
        out.add(HEADER);
    }

    @Override
    public void add(byte[] text) {
        int taken = 0;
        while (taken < text.length) {
            int part = Math.min(text.length - taken, pending.length - waiting);
            System.arraycopy(text, taken, pending, waiting, part);
            taken += part;
            waiting += part;
            if (waiting == pending.length) {
                pack();
            }
        }
        plainSize += text.length;
    }

    private void pack() {
        sum.update(pending, 0, waiting);
        deflater.setInput(pending, 0, waiting);
        waiting = 0;
        while (!deflater.needsInput()) {
            out.add(packed, deflater.deflate(packed));
        }
    }

    @Override
    public byte[] finish() {
        pack();
        deflater.finish();
        while (!deflater.finished()) {
            out.add(packed, deflater.deflate(packed));
        }
        out.addLow(sum.getValue(), 4);
        out.addLow(plainSize, 4);
        return out.copy();
    }

    @Override
    public long plainSize() {
        return plainSize;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
