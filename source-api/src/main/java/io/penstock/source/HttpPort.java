package io.penstock.source;

/**
 * The vendor's only way to the network. The engine implements it with proxy, TLS, time-outs and
 * body limits; redirects are never followed, because a vendor's credentials must not travel.
 */
public interface HttpPort {

    /**
     * Sends one request and returns its answer, whatever its status. Asks for gzip and leaves the
     * body in the encoding it came in.
     *
     * @throws io.penstock.core.fault.FaultException UNAVAILABLE when no answer came, MALFORMED when
     *     the body is longer than the engine's limit
     */
    HttpAnswer send(HttpCall call);
}
