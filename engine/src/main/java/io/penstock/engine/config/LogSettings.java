package io.penstock.engine.config;

/**
 * @param totalBytes all log files together (S-168)
 */
public record LogSettings(LogLevel level, long totalBytes) {}
