package io.penstock.engine.http;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * Hosts that are called without the proxy.
 *
 * @param patterns in lower case, {@code *} at the front or the end
 */
record Excluded(List<String> patterns) {

    Excluded {
        patterns = List.copyOf(patterns);
    }

    boolean holds(@Nullable String host) {
        return host != null
                && patterns.stream()
                        .anyMatch(pattern -> fits(pattern, host.toLowerCase(Locale.ROOT)));
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
