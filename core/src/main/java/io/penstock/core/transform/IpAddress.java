package io.penstock.core.transform;

import java.net.InetAddress;
import java.util.Optional;

/** Reads addresses without ever asking a name server. */
final class IpAddress {

    private IpAddress() {}

    static Optional<InetAddress> parse(String text) {
        if (text.isEmpty() || text.length() > 64 || !literal(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@code ofLiteral} also takes short forms such as {@code 10.1}, which no vendor means. */
    private static boolean literal(String text) {
        return text.indexOf(':') >= 0 || text.chars().filter(c -> c == '.').count() == 3;
    }
}
