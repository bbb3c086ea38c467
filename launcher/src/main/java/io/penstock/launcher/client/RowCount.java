package io.penstock.launcher.client;

/**
 * How many rows a query has.
 *
 * @param exact false when the platform stopped counting there
 */
public record RowCount(long count, boolean exact) {}
