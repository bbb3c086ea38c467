package io.penstock.wire;

/**
 * The engine has read a slice to its end, or gives it up.
 *
 * @param vendorTotal the vendor's number of records in the slice, asked again after the last page;
 *     -1 when it could not be asked
 * @param fault why the slice could not be read to its end, one sentence without secrets; empty when
 *     it was
 */
public record SliceEnd(long vendorTotal, String fault) {

    /** A slice that was read to its end. */
    public static SliceEnd read(long vendorTotal) {
        return new SliceEnd(vendorTotal, "");
    }
}
