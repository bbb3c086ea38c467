package io.penstock.browser;

import io.penstock.launcher.client.Credentials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Calls of the REST API that set a test's stage, where the console is not what is looked at. */
final class Rest {

    private static final int REFUSED_FROM = 400;

    private final URI site;
    private final String token;

    private Rest(URI site, String token) {
        this.site = site;
        this.token = token;
    }

    static Rest signedIn(URI site, Credentials user) {
        var form =
                "username="
                        + encoded(user.username())
                        + "&password="
                        + encoded(user.password())
                        + "&token=true";
        var request =
                HttpRequest.newBuilder(site.resolve("/auth"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return new Rest(site, send(request).body().strip());
    }

    /** Sends JSON and gives the answer's body. */
    String call(String method, String path, String json) {
        var request =
                HttpRequest.newBuilder(site.resolve("/api/v1/" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json))
                        .build();
        return send(request).body();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= REFUSED_FROM) {
                throw new IllegalStateException(request + ": " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
