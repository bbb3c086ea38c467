package io.penstock.platform.closing;

/**
 * How many findings of a hold have something in common.
 *
 * @param key a CVE number or a host's id; empty for findings without one
 * @param name what a person reads
 */
public record HeldCount(String key, String name, long findings) {}
