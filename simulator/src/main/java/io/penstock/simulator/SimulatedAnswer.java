package io.penstock.simulator;

import java.util.Map;

/**
 * An answer to send.
 *
 * @param headers in the case they are to be sent in; content-length is set by the server
 * @param body already in the encoding its headers name
 * @param delivery how its bytes go out
 */
public record SimulatedAnswer(
        int status, Map<String, String> headers, byte[] body, Delivery delivery) {

    /** An answer that is sent at once. */
    public SimulatedAnswer(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, new Delivery.Whole());
    }
}
