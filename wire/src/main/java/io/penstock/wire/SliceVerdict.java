package io.penstock.wire;

/**
 * What the platform says of an ended slice.
 *
 * @param sealed true when distinct records received = the vendor's total
 * @param reason why not, one sentence; empty when sealed
 */
public record SliceVerdict(boolean sealed, long received, long distinct, String reason) {}
