package io.penstock.engine.http;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * Hosts that are called without the proxy. An address of IPv6 may stand in brackets, as it does in
 * the address of a call, or without.
 *
 * @param patterns in lower case, {@code *} at the front or the end
 */
record Excluded(List<String> patterns) {

    Excluded {
        patterns = patterns.stream().map(Excluded::bare).toList();
    }

    boolean holds(@Nullable String host) {
        if (host == null) {
            return false;
        }
        var bare = bare(host.toLowerCase(Locale.ROOT));
        return patterns.stream().anyMatch(pattern -> fits(pattern, bare));
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    private static boolean fits(String pattern, String host) {
        var front = pattern.startsWith("*");
        var end = pattern.endsWith("*");
        var text = pattern.replace("*", "");
        if (front && end) {
            return host.contains(text);
        }
        if (front) {
            return host.endsWith(text);
        }
        return end ? host.startsWith(text) : host.equals(text);
    }
}
