package io.penstock.platform.closing;

import java.util.UUID;

/**
 * A part of all ids, in PostgreSQL's order. Ids are hashes, so equal parts hold about as many.
 *
 * @param after exclusive
 * @param until inclusive
 */
record IdRange(UUID after, UUID until) {

    /** Before every id; no id is zero. */
    static final UUID START = new UUID(0, 0);

    static final UUID END = new UUID(-1, -1);

    /**
     * Most parts; tables of hundreds of millions are gone through in no more. Each part costs a
     * scan of a sixteenth of what the run reported, so that more of them would make steps hardly
     * shorter and the whole longer.
     */
    static final int PARTS_MAX = 256;

    private static final int ROWS = 100_000;

    /** How many parts of a bounded size {@code rows} rows make: a power of two. */
    static int parts(long rows) {
        var parts = 1;
        while (parts < PARTS_MAX && (long) parts * ROWS < rows) {
            parts *= 2;
        }
        return parts;
    }

    /** What is left of the part that {@code after} lies in, or begins. */
    static IdRange from(UUID after, int parts) {
        var width = (1L << Integer.SIZE) / parts;
        var next = ((after.getMostSignificantBits() >>> Integer.SIZE) / width + 1) * width;
        var until = next >= 1L << Integer.SIZE ? END : new UUID(next << Integer.SIZE, 0);
        return new IdRange(after, until);
    }

    boolean last() {
        return until.equals(END);
    }
}
