package io.penstock.simulator;

import com.sun.net.httpserver.HttpExchange;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns an HTTP exchange into a {@link SimulatedRequest}. Query and form follow the form rules: a
 * plus is a space and {@code %2B} is a plus, which is the trap a client must survive.
 */
final class RequestReading {

    private static final int PAIRS_MAX = 10_000;

    private RequestReading() {}

    /**
     * Reads one request.
     *
     * @throws IllegalArgumentException for a broken percent escape or too many parameters
     */
    static SimulatedRequest of(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = headers(exchange);
        boolean form =
                headers.getOrDefault("content-type", "")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("application/x-www-form-urlencoded");
        return new SimulatedRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                pairs(exchange.getRequestURI().getRawQuery()),
                form ? pairs(new String(body, StandardCharsets.UTF_8)) : Map.of(),
                headers,
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    /**
     * Reads a request for a control resource.
     *
     * @throws IllegalArgumentException for a broken percent escape or too many parameters
     */
    static ControlRequest control(HttpExchange exchange, byte[] body) {
        return new ControlRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath().substring(ControlDesk.ROOT.length()),
                pairs(exchange.getRequestURI().getRawQuery()),
                new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), all.getFirst()));
        return headers;
    }

    /** Splits and decodes {@code a=b&c=d}; order and repetitions are kept. */
    static Map<String, List<String>> pairs(@Nullable String encoded) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return pairs;
        }
        String[] parts = encoded.split("&");
        if (parts.length > PAIRS_MAX) {
            throw new IllegalArgumentException(
                    parts.length + " parameters, allowed are " + PAIRS_MAX);
        }
        for (String part : parts) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : part.substring(equals + 1);
            if (!name.isEmpty()) {
                pairs.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
