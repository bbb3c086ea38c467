package io.penstock.engine.run;

/** Whom a call went to. */
enum Side {
    PLATFORM,
    VENDOR
}
