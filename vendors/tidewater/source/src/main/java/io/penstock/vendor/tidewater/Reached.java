package io.penstock.vendor.tidewater;

import io.penstock.core.run.Position;

/**
 * Where reading goes on: behind a record's number, which is data and needs no cursor.
 *
 * @param number the last record read, -1 at the start
 * @param counted records read in the slice
 */
record Reached(long number, long counted) {

    static Reached parse(Position position) {
        if (position.atStart()) {
            return new Reached(-1, 0);
        }
        var space = position.text().indexOf(' ');
        return new Reached(
                Long.parseLong(position.text().substring(0, space)),
                Long.parseLong(position.text().substring(space + 1)));
    }

    Position position() {
        return new Position(number + " " + counted);
    }
}
