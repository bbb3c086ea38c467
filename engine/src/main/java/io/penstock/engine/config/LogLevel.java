package io.penstock.engine.config;

/** How much is logged (S-152). */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
}
