package io.penstock.vendor.crowdstrike;

import java.time.Duration;

/** Waits; the seam that lets tests do without waiting. */
interface Pause {

    void sleep(Duration duration) throws InterruptedException;
}
