package io.penstock.core.value;

import java.net.InetAddress;
import java.util.Optional;

/** Reads IP addresses without ever asking a name server, such as {@code 2001:DB8::1}. */
public final class IpAddress {

    private IpAddress() {}

    /** The address; empty when the text is none in full, such as {@code 10.1} or a name. */
    public static Optional<InetAddress> parse(String text) {
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
