package io.penstock.vendor.crowdstrike.simulation.text;

import org.jspecify.annotations.Nullable;

import java.util.zip.CRC32;

/**
 * One gzip member (RFC 1952), put together from pieces that were compressed before. A deflate
 * stream is a row of blocks, and a block that looks back nowhere may stand anywhere on a byte
 * boundary; so the texts of CVEs, hosts and remediations are compressed once and copied. Between
 * them stand blocks that repeat the last record and spell only what is new. It costs more bytes
 * than compressing the page as a whole, and a fraction of the time.
 */
final class GzipBody implements Body {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    // A shorter repetition costs as much as its letters.
    private static final int REPEAT_MIN = 4;
    // Some hundred pieces fit into the window; a power of two.
    private static final int REMEMBERED = 512;

    private final Bytes out;
    private final FixedBlocks blocks;
    private final Packing packing = new Packing();
    private final CRC32 sum = new CRC32();
    private final @Nullable Segment[] lastSegments = new Segment[REMEMBERED];
    private final long[] lastPositions = new long[REMEMBERED];
    private byte @Nullable [] lastRecord;
    private int lastMiddle;
    private long lastRecordPosition;
    private long position;

    GzipBody(int sizeExpected) {
        this.out = new Bytes(sizeExpected);
        out.add(HEADER);
        this.blocks = new FixedBlocks(out);
    }

    @Override
    public void segment(Segment segment) {
        int slot = segment.hash() & (REMEMBERED - 1);
        long distance = position - lastPositions[slot];
        Segment last = lastSegments[slot];
        if (last != null
                && last.sameText(segment)
                && distance <= FixedBlocks.WINDOW
                && segment.length() >= REPEAT_MIN) {
            blocks.repeat(segment.length(), (int) distance);
        } else {
            blocks.align();
            out.add(segment.packed(packing));
        }
        lastSegments[slot] = segment;
        lastPositions[slot] = position;
        passed(segment.plain());
    }

    @Override
    public void record(byte[] text, int middle) {
        byte[] last = lastRecord;
        if (last == null || position - lastRecordPosition + text.length > FixedBlocks.WINDOW) {
            spell(text, 0, text.length);
        } else {
            long distance = position - lastRecordPosition;
            int common = Math.min(middle, lastMiddle);
            compare(text, last, 0, common, 0, (int) distance);
            int tail = Math.min(text.length - middle, last.length - lastMiddle);
            spell(text, common, text.length - tail);
            int shift = last.length - text.length;
            compare(text, last, text.length - tail, text.length, shift, (int) distance - shift);
        }
        lastRecord = text;
        lastMiddle = middle;
        lastRecordPosition = position;
        passed(text);
    }

    /** Writes {@code text[from, to)}, looking at {@code last} shifted by {@code shift}. */
    private void compare(byte[] text, byte[] last, int from, int to, int shift, int distance) {
        int at = from;
        while (at < to) {
            int same = at;
            while (same < to && text[same] == last[same + shift]) {
                same++;
            }
            if (same - at >= REPEAT_MIN) {
                blocks.repeat(same - at, distance);
                at = same;
            } else {
                blocks.literal(text[at++] & 0xff);
            }
        }
    }

    private void spell(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            blocks.literal(text[i] & 0xff);
        }
    }

    @Override
    public void once(byte[] text) {
        if (text.length < 64) {
            spell(text, 0, text.length);
        } else {
            blocks.align();
            out.add(packing.pack(text));
        }
        passed(text);
    }

    private void passed(byte[] plain) {
        sum.update(plain);
        position += plain.length;
    }

    @Override
    public byte[] finish() {
        blocks.finish();
        out.addLow(sum.getValue(), 4);
        out.addLow(position, 4);
        return out.copy();
    }

    @Override
    public long plainSize() {
        return position;
    }

    @Override
    public void close() {
        packing.close();
    }
}
