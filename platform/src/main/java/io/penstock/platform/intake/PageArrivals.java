package io.penstock.platform.intake;

import io.penstock.platform.work.Bell;

import org.springframework.stereotype.Component;

import java.time.Duration;

/** Wakes the workers of this process when a page or a stage may be ready. */
@Component
public class PageArrivals {

    private final Bell bell = new Bell();

    /** Says that a page or a stage may be ready. */
    public void signal() {
        bell.ring();
    }

    /** Waits for a signal, at most this long; true when there was one. */
    public boolean await(Duration atMost) throws InterruptedException {
        return bell.await(atMost);
    }
}
