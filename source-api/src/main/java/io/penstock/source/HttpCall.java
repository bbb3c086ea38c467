package io.penstock.source;

import java.net.URI;
import java.util.Map;

/**
 * One request to a vendor. {@code toString} leaves headers and form out, because they hold secrets.
 *
 * @param method GET or POST
 * @param form fields sent as {@code application/x-www-form-urlencoded}; empty for none
 */
public record HttpCall(
        String method, URI uri, Map<String, String> headers, Map<String, String> form) {

    public HttpCall {
        headers = Map.copyOf(headers);
        form = Map.copyOf(form);
    }

    public static HttpCall get(URI uri, Map<String, String> headers) {
        return new HttpCall("GET", uri, headers, Map.of());
    }

    public static HttpCall post(URI uri, Map<String, String> form) {
        return new HttpCall("POST", uri, Map.of(), form);
    }

    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
    }
}
