package io.penstock.platform.trend;

/**
 * A number and how to see what it counts.
 *
 * @param query finds just these findings, or hosts, as they are now; empty means all
 */
public record Figure(long count, String query) {}
