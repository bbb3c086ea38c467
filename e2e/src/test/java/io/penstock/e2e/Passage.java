package io.penstock.e2e;

/** What a {@link FaultProxy} does with a request. */
enum Passage {
    /** Passes request and answer on. */
    PASS,
    /** Passes the request on two times and gives the second answer. */
    TWICE,
    /** Passes the request on, lets the test act, and never gives the answer. */
    SWALLOW_ANSWER,
    /** Lets the test act and passes nothing on. */
    SWALLOW_REQUEST,
    /** Passes the request on and gives half a JSON text for an answer. */
    BREAK
}
