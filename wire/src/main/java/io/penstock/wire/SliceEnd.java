package io.penstock.wire;

/**
 * The engine has read a slice to its end.
 *
 * @param vendorTotal the vendor's number of records in the slice, asked again after the last page
 */
public record SliceEnd(long vendorTotal) {}
