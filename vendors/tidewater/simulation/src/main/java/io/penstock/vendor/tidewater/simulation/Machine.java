package io.penstock.vendor.tidewater.simulation;

import java.time.Instant;

/** A machine as the API prints it. */
record Machine(long number, String account, String name, String address, Instant changed)
        implements Row {}
