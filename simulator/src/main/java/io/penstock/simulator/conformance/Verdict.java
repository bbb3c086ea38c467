package io.penstock.simulator.conformance;

/** What is said of a client after a trial. */
public enum Verdict {
    /** It has everything and says so. */
    COMPLETE,
    /** It says that it failed. */
    HONEST,
    /** It says that all is well, and records are missing. */
    LOST,
    /** It has everything, and some of it more than once. */
    DOUBLED,
    /** It did not end within its time or its calls. */
    STUCK;

    /** Judges a client that ended by itself. */
    static Verdict of(int exit, long missing, long doubled) {
        if (exit != 0) {
            return HONEST;
        }
        if (missing > 0) {
            return LOST;
        }
        return doubled > 0 ? DOUBLED : COMPLETE;
    }
}
