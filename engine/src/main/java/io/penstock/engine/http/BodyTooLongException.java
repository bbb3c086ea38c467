package io.penstock.engine.http;

import java.io.IOException;

/** A body ran past the limit; the transport turns it into a fault. */
final class BodyTooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLongException(int bytesMax) {
        super("body longer than " + bytesMax + " bytes");
    }
}
