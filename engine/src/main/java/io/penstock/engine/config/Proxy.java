package io.penstock.engine.config;

import java.util.List;
import java.util.Optional;

/**
 * The customer's one way out (S-136 to S-139); it serves calls to the vendor and to the platform
 * (B-27).
 *
 * @param tls whether the proxy itself is spoken to by TLS
 * @param login empty when the proxy asks for none
 * @param excluded hosts that are called directly, in lower case, {@code *} at the front or the end
 */
public record Proxy(
        String host, int port, boolean tls, Optional<Login> login, List<String> excluded) {

    public Proxy {
        excluded = List.copyOf(excluded);
    }

    /** A proxy that asks for no login and takes everything. */
    public static Proxy plain(String host, int port) {
        return new Proxy(host, port, false, Optional.empty(), List.of());
    }
}
