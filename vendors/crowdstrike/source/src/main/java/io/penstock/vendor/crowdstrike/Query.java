package io.penstock.vendor.crowdstrike;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A query string; every name may come more than once. Immutable. */
record Query(String text) {

    static final Query EMPTY = new Query("");

    Query with(String name, Object value) {
        var lead = text.isEmpty() ? "?" : text + "&";
        return new Query(lead + name + "=" + encoded(String.valueOf(value)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
