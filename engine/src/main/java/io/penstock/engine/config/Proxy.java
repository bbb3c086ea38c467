package io.penstock.engine.config;

/**
 * The customer's one way out (S-136 to S-139); it serves calls to the vendor and to the platform
 * (B-27).
 */
public record Proxy(String host, int port) {}
