package io.penstock.vendor.tidewater.simulation;

import java.time.Instant;

/** What both listings have in common. */
interface Row {

    long number();

    /** When the record last changed. */
    Instant changed();
}
