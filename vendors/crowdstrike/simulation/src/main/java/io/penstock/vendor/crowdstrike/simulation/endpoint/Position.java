package io.penstock.vendor.crowdstrike.simulation.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The place in an order that a cursor stands for: behind the record that had this value and id when
 * the cursor was issued, whatever has become of it since.
 *
 * @param millis value of the sort field in epoch milliseconds; 0 when it has none or is no time
 */
record Position(long millis, String id) {

    /** Reads a cursor that was issued here. */
    static Position of(String cursor) {
        String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
        int comma = text.indexOf(',');
        return new Position(
                Long.parseLong(text.substring(1, comma)),
                text.substring(comma + 2, text.length() - 2));
    }

    /**
     * The id for a position right in front of a page's first record: nothing of the same page can
     * lie between.
     */
    static String inFrontOf(String first, boolean ascending) {
        return ascending ? first.substring(0, first.length() - 1) : first + "~";
    }

    /** Epoch seconds. */
    long second() {
        return millis / 1000;
    }
}
