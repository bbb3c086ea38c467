package io.penstock.testkit.vendor;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.HttpAnswer;
import io.penstock.source.HttpCall;
import io.penstock.source.HttpPort;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.stream.Collectors;

/** The network as it is, without an engine's proxies and limits. Safe for many threads. */
public final class PlainPort implements HttpPort {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public HttpAnswer send(HttpCall call) {
        try {
            var response = CLIENT.send(request(call), BodyHandlers.ofByteArray());
            var headers = new HashMap<String, String>();
            response.headers()
                    .map()
                    .forEach((name, values) -> headers.put(name, values.getFirst()));
            return new HttpAnswer(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(FaultKind.UNAVAILABLE, "NO_ANSWER", call + " got no answer."), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest request(HttpCall call) {
        var form =
                call.form().entrySet().stream()
                        .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(call.uri())
                        .method(call.method(), BodyPublishers.ofString(form))
                        .header("Accept-Encoding", "gzip");
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        call.headers().forEach(request::header);
        return request.build();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
