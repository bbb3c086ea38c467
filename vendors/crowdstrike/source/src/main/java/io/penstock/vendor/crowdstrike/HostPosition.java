package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.Position;

import org.jspecify.annotations.Nullable;

/**
 * Where reading hosts goes on. After every page the filter moves to the last timestamp seen, and
 * the offset counts only the hosts already read under it. So the vendor's window of 10,000 never
 * fills up, and a host that leaves the result behind the reader does not push others past him.
 *
 * @param since lower bound of the filter; empty for the slice's own
 * @param offset hosts already read under that filter
 * @param walked hosts read in the slice
 */
record HostPosition(String since, long offset, long walked) {

    static final HostPosition START = new HostPosition("", 0, 0);

    private static final String VERSION = "h1";

    /**
     * After a page.
     *
     * @param ids how many hosts the query named, whether or not their records came
     * @param page the records; the vendor may leave some out
     */
    HostPosition past(int ids, PageScan page) {
        var reached = page.last().timestamp();
        var moved = !reached.isEmpty() && RecordKey.compareTimes(reached, since) > 0;
        return moved
                ? new HostPosition(reached, page.atLast(), walked + ids)
                : new HostPosition(since, offset + ids, walked + ids);
    }

    Position text() {
        var lower = since.isEmpty() ? "-" : since;
        return new Position(String.join(" ", VERSION, lower, "" + offset, "" + walked));
    }

    static boolean isOne(Position position) {
        return position.text().startsWith(VERSION + " ");
    }

    /**
     * Reads a position. One that was made by the combined call starts the slice again: hosts that
     * come twice are known by their id.
     *
     * @throws FaultException INTERNAL when it is none of ours
     */
    static HostPosition parse(Position position) {
        if (position.atStart() || CursorPosition.isOne(position)) {
            return START;
        }
        var parts = position.text().split(" ", -1);
        try {
            if (parts.length == 4 && parts[0].equals(VERSION)) {
                return new HostPosition(
                        parts[1].equals("-") ? "" : parts[1],
                        Long.parseLong(parts[2]),
                        Long.parseLong(parts[3]));
            }
        } catch (NumberFormatException e) {
            throw unreadable(position, e);
        }
        throw unreadable(position, null);
    }

    private static FaultException unreadable(Position position, @Nullable Throwable cause) {
        var fault =
                Fault.of(
                        FaultKind.INTERNAL,
                        "POSITION_UNREADABLE",
                        "The position of "
                                + position.text().length()
                                + " characters the platform handed over is not one of a host"
                                + " slice.",
                        "Start a new run; this one was made by a version of the engine with other"
                                + " positions.");
        return new FaultException(fault, cause);
    }
}
