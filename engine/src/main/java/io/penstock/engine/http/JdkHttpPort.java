package io.penstock.engine.http;

import io.penstock.source.HttpAnswer;
import io.penstock.source.HttpCall;
import io.penstock.source.HttpPort;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A vendor's way to the network on the JDK's HTTP client. */
public final class JdkHttpPort implements HttpPort {

    private final Transport transport;

    public JdkHttpPort(Transport transport) {
        this.transport = transport;
    }

    @Override
    public HttpAnswer send(HttpCall call) {
        var request = transport.request(call.uri()).header("Accept-Encoding", "gzip");
        call.headers().forEach(request::header);
        return transport.send(withBody(request, call).build());
    }

    private static HttpRequest.Builder withBody(HttpRequest.Builder request, HttpCall call) {
        if (call.form().isEmpty()) {
            return request.method(call.method(), BodyPublishers.noBody());
        }
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .method(call.method(), BodyPublishers.ofString(encoded(call.form())));
    }

    /** The form as {@code application/x-www-form-urlencoded} text. */
    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
