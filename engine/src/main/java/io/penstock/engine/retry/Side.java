package io.penstock.engine.retry;

/** Whom a call went to. */
public enum Side {
    PLATFORM,
    VENDOR
}
