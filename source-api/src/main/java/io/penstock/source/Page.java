package io.penstock.source;

import io.penstock.core.run.Position;

/**
 * What one vendor call returned, kept as the vendor sent it.
 *
 * @param body the answer's bytes in the encoding they came in; never changed, never re-encoded
 * @param encoding {@code gzip} or {@code identity}
 * @param records records in the body
 * @param fresh how many of them were not on an earlier page of this slice, told by the slice's
 *     order
 * @param next where the next page starts; when {@code last} is true, where the slice ended
 * @param total the vendor's number of records in the slice as this page said it, or -1 when it did
 *     not say
 * @param last true when nothing follows
 */
public record Page(
        byte[] body,
        String encoding,
        int records,
        int fresh,
        Position next,
        long total,
        boolean last) {

    public Page {
        if (records < 0 || fresh < 0 || fresh > records) {
            throw new IllegalArgumentException(
                    "page with " + records + " records, " + fresh + " of them fresh");
        }
    }
}
