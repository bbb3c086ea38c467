package io.penstock.engine.http;

/** A step of a call took longer than its limit; the transport turns it into a fault. */
final class StepTooLongException extends Exception {

    private static final long serialVersionUID = 1L;

    StepTooLongException(String words, Throwable cause) {
        super(words, cause);
    }
}
