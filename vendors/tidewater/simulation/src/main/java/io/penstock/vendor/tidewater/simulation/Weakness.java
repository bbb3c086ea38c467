package io.penstock.vendor.tidewater.simulation;

import java.time.Instant;

/** A weakness as the API prints it. */
record Weakness(
        long number,
        String account,
        long machine,
        String title,
        String level,
        String state,
        Instant changed)
        implements Row {}
