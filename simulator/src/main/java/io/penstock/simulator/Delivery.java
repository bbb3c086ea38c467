package io.penstock.simulator;

import java.time.Duration;

/** How the bytes of an answer go out; the headers always tell the length of the whole body. */
public sealed interface Delivery {

    /** All of it at once. */
    record Whole() implements Delivery {}

    /** Some bytes, then the connection is closed. */
    record Cut(int bytes) implements Delivery {}

    /** All of it, in pieces with a pause before each. */
    record Drip(int bytes, Duration pause) implements Delivery {
        public Drip {
            if (bytes < 1) {
                throw new IllegalArgumentException("a piece needs a byte");
            }
        }
    }

    /** Some bytes, then nothing for a time, then the rest. */
    record Stall(int bytes, Duration pause) implements Delivery {}
}
