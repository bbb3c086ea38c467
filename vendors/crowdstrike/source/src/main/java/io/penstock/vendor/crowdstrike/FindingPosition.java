package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.Position;

/**
 * Where reading findings goes on: after a record, which is data and never expires. The vendor's
 * cursor rides along to save the vendor work; it dies 120 s after it was issued and is then
 * replaced by a filter on the record's timestamp.
 *
 * @param since lower bound of the filter the cursor belongs to; empty for the slice's own
 * @param walked records met under that filter, repeated ones too
 * @param reached the last record delivered
 * @param counted distinct records delivered in the slice
 * @param after the vendor's cursor, or empty
 */
record FindingPosition(String since, long walked, RecordKey reached, long counted, String after) {

    static final FindingPosition START = new FindingPosition("", 0, RecordKey.NONE, 0, "");

    private static final String VERSION = "f1";
    private static final int PARTS = 7;
    private static final int KEY_MAX = 1_000;
    private static final int CURSOR_MAX = 1_500;

    /** The position to take up when the cursor is dead: everything from the last timestamp on. */
    FindingPosition withoutCursor() {
        return new FindingPosition(reached.timestamp(), 0, reached, counted, "");
    }

    /** After a page. A cursor too long or odd to be kept is left out, which only costs speed. */
    FindingPosition past(PageScan page) {
        var last = page.last().isAfter(reached) ? page.last() : reached;
        var cursor = isToken(page.after(), CURSOR_MAX) ? page.after() : "";
        return new FindingPosition(
                since, walked + page.records(), last, counted + page.fresh(), cursor);
    }

    /**
     * @throws FaultException MALFORMED when a record's key cannot stand in a position
     */
    Position text() {
        if (!isToken(reached.id(), KEY_MAX) || !isToken(reached.timestamp(), KEY_MAX)) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "VENDOR_RECORD_UNORDERED",
                    "CrowdStrike sent findings without a usable id and created_timestamp, so the"
                            + " place to go on from is unknown.",
                    "");
        }
        return new Position(
                String.join(
                        " ",
                        VERSION,
                        since.isEmpty() ? "-" : since,
                        Long.toString(walked),
                        reached.timestamp(),
                        reached.id(),
                        Long.toString(counted),
                        after.isEmpty() ? "-" : after));
    }

    static FindingPosition parse(Position position) {
        if (position.atStart()) {
            return START;
        }
        var parts = position.text().split(" ", -1);
        if (parts.length != PARTS || !parts[0].equals(VERSION)) {
            throw unreadable(position);
        }
        try {
            return new FindingPosition(
                    open(parts[1]),
                    Long.parseLong(parts[2]),
                    new RecordKey(parts[3], parts[4]),
                    Long.parseLong(parts[5]),
                    open(parts[6]));
        } catch (NumberFormatException e) {
            throw unreadable(position);
        }
    }

    private static String open(String part) {
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
                        + " over is not one of a finding slice.",
                "Start a new run; this one was made by a version of the engine with other"
                        + " positions.");
    }
}
