package io.penstock.vendor.crowdstrike.simulation.text;

/**
 * Writes deflate blocks with the fixed codes of RFC 1951 section 3.2.6, for text whose repetitions
 * are known beforehand and need not be searched. A block is opened when something is written and
 * closed, on a byte boundary, when somebody else's bytes must follow. Used by one thread.
 */
final class FixedBlocks {

    /** The longest distance a repetition may look back. */
    static final int WINDOW = 32_768;

    private static final int MATCH_MAX = 258;
    private static final int MATCH_MIN = 3;
    private static final int[] LENGTH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115,
        131, 163, 195, 227, 258
    };
    private static final int[] LENGTH_EXTRA = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    private static final int[] DISTANCE_BASE = {
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
        2049, 3073, 4097, 6145, 8193, 12_289, 16_385, 24_577
    };

    private final Bytes out;
    private long bits;
    private int count;
    private boolean open;

    FixedBlocks(Bytes out) {
        this.out = out;
    }

    void literal(int value) {
        begin();
        if (value < 144) {
            code(0x30 + value, 8);
        } else {
            code(0x190 + value - 144, 9);
        }
    }

    /** Repeats {@code length} bytes, at least 3, of {@code distance} bytes before. */
    void repeat(int length, int distance) {
        begin();
        int left = length;
        while (left > 0) {
            int part = Math.min(left, MATCH_MAX);
            // Nothing shorter than a match may remain.
            if (left - part > 0 && left - part < MATCH_MIN) {
                part -= MATCH_MIN;
            }
            match(part, distance);
            left -= part;
        }
    }

    private void match(int length, int distance) {
        int symbol = last(LENGTH_BASE, length);
        if (symbol < 23) {
            code(symbol + 1, 7);
        } else {
            code(0xC0 + symbol - 23, 8);
        }
        put(length - LENGTH_BASE[symbol], LENGTH_EXTRA[symbol]);
        int far = last(DISTANCE_BASE, distance);
        code(far, 5);
        put(distance - DISTANCE_BASE[far], far < 2 ? 0 : far / 2 - 1);
    }

    private static int last(int[] bases, int value) {
        int at = bases.length - 1;
        while (bases[at] > value) {
            at--;
        }
        return at;
    }

    private void begin() {
        if (!open) {
            open = true;
            put(0b010, 3);
        }
    }

    /** Ends an open block with the empty stored block that brings the stream to a byte boundary. */
    void align() {
        if (!open) {
            return;
        }
        open = false;
        put(0, 7);
        put(0, 3);
        put(0, (8 - (count & 7)) & 7);
        put(0xFFFF_0000L, 32);
    }

    /** Ends the stream. */
    void finish() {
        align();
        put(0b011, 3);
        put(0, 7);
        put(0, 6);
    }

    /** Huffman codes go with the highest bit first, everything else with the lowest. */
    private void code(int code, int length) {
        put(Integer.reverse(code) >>> (32 - length), length);
    }

    private void put(long value, int length) {
        bits |= value << count;
        count += length;
        if (count >= 8) {
            int whole = count >>> 3;
            out.addLow(bits, whole);
            bits = whole == 8 ? 0 : bits >>> (8 * whole);
            count &= 7;
        }
    }
}
