package io.penstock.wire;

/**
 * The platform has the page and the position after it, for good.
 *
 * @param repeated true when the page was there already and nothing was stored
 */
public record Receipt(long sequence, String position, boolean repeated) {}
