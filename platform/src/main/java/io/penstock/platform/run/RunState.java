package io.penstock.platform.run;

/** Where a run is. */
public enum RunState {
    READING,
    TRANSFORMING,
    COMPLETE,
    INCOMPLETE,
    FAILED,
    CANCELLED;

    public boolean inFlight() {
        return this == READING || this == TRANSFORMING;
    }
}
