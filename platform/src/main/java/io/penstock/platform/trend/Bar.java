package io.penstock.platform.trend;

/**
 * A number beside others of its kind.
 *
 * @param label what a person reads
 * @param query finds just these findings, or hosts, as they are now
 */
public record Bar(String label, long count, String query) {}
