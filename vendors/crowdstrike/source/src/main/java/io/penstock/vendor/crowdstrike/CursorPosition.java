package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.Position;

/**
 * Where reading by cursor goes on: after a record, which is data and never expires. The vendor's
 * cursor rides along to save the vendor work; it dies 120 s after it was issued and is then
 * replaced by a filter on the record's timestamp.
 *
 * @param since lower bound of the filter the cursor belongs to; empty for the slice's own
 * @param walked records met under that filter, repeated ones too
 * @param reached the last record delivered
 * @param counted distinct records delivered in the slice
 * @param cursor the vendor's cursor and the filter it belongs to
 */
record CursorPosition(String since, long walked, RecordKey reached, long counted, Cursor cursor) {

    /**
     * A cursor of the vendor.
     *
     * @param digest of the filter it was made under; another upper bound makes another filter
     * @param after the vendor's text; empty for none
     */
    record Cursor(String digest, String after) {

        static final Cursor NONE = new Cursor("", "");

        boolean belongsTo(String filter) {
            return !after.isEmpty() && digest.equals(Fql.digest(filter));
        }
    }

    static final CursorPosition START = new CursorPosition("", 0, RecordKey.NONE, 0, Cursor.NONE);

    private static final String VERSION = "f2";
    private static final int PARTS = 8;
    private static final int KEY_MAX = 600;
    private static final int CURSOR_MAX = 1_500;

    /** The position to take up when the cursor is dead: everything from the last timestamp on. */
    CursorPosition withoutCursor() {
        return new CursorPosition(reached.timestamp(), 0, reached, counted, Cursor.NONE);
    }

    /** After a page. A cursor too long or odd to be kept is left out, which only costs speed. */
    CursorPosition past(PageScan page, String filter) {
        var last = page.last().isAfter(reached) ? page.last() : reached;
        var next =
                isToken(page.after(), CURSOR_MAX)
                        ? new Cursor(Fql.digest(filter), page.after())
                        : Cursor.NONE;
        return new CursorPosition(
                since, walked + page.records(), last, counted + page.fresh(), next);
    }

    /**
     * @throws FaultException MALFORMED when a record's key cannot stand in a position
     */
    Position text() {
        if (reached.equals(RecordKey.NONE)) {
            return Position.START;
        }
        if (!isToken(reached.id(), KEY_MAX) || !isToken(reached.timestamp(), KEY_MAX)) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "VENDOR_RECORD_UNORDERED",
                    "CrowdStrike sent records without a usable id and timestamp, so the place to"
                            + " go on from is unknown.",
                    "");
        }
        return new Position(
                String.join(
                        " ",
                        VERSION,
                        open(since),
                        Long.toString(walked),
                        reached.timestamp(),
                        reached.id(),
                        Long.toString(counted),
                        open(cursor.digest()),
                        open(cursor.after())));
    }

    /**
     * Reads a position. One that was made by the other way of reading hosts starts the slice again:
     * records that come twice are known by their id.
     *
     * @throws FaultException INTERNAL when it is none of ours
     */
    static CursorPosition parse(Position position) {
        if (position.atStart() || HostPosition.isOne(position)) {
            return START;
        }
        var parts = position.text().split(" ", -1);
        if (parts.length != PARTS || !isOne(position)) {
            throw unreadable(position);
        }
        try {
            return new CursorPosition(
                    closed(parts[1]),
                    Long.parseLong(parts[2]),
                    new RecordKey(parts[3], parts[4]),
                    Long.parseLong(parts[5]),
                    new Cursor(closed(parts[6]), closed(parts[7])));
        } catch (NumberFormatException e) {
            throw unreadable(position);
        }
    }

    static boolean isOne(Position position) {
        return position.text().startsWith(VERSION + " ");
    }

    private static String open(String part) {
        return part.isEmpty() ? "-" : part;
    }

    private static String closed(String part) {
        return part.equals("-") ? "" : part;
    }

    private static boolean isToken(String text, int lengthMax) {
        return !text.isEmpty()
                && text.length() <= lengthMax
                && text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    private static FaultException unreadable(Position position) {
        return new FaultException(
                FaultKind.INTERNAL,
                "POSITION_UNREADABLE",
                "The position of "
                        + position.text().length()
                        + " characters the platform handed"
                        + " over is not one of this stream.",
                "Start a new run; this one was made by a version of the engine with other"
                        + " positions.");
    }
}
