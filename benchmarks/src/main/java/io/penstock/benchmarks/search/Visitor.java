package io.penstock.benchmarks.search;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.client.Credentials;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A person who is signed in to the console and takes the time of its pages, without a browser. */
final class Visitor implements AutoCloseable {

    private static final int OK = 200;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(Redirect.NORMAL)
                    .build();
    private final URI address;

    Visitor(URI address, Credentials user) {
        this.address = address;
        var form = CSRF.matcher(page("/sign-in"));
        if (!form.find()) {
            throw refused("/sign-in", OK);
        }
        var fields =
                "username=%s&password=%s&_csrf=%s"
                        .formatted(
                                encoded(user.username()),
                                encoded(user.password()),
                                encoded(form.group(1)));
        var inside =
                send(
                        HttpRequest.newBuilder(address.resolve("/sign-in"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(fields))
                                .build());
        // Back at the door every page would be its form, and quickly there.
        if (inside.uri().getPath().equals("/sign-in")) {
            throw refused("/sign-in", inside.statusCode());
        }
    }

    String page(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).build()).body();
    }

    /** Asks for a page, and adds the time until all of it is there. */
    void time(String path, Times times) {
        var begun = System.nanoTime();
        page(path);
        times.add(System.nanoTime() - begun, path);
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw refused(request.uri().getPath(), answer.statusCode());
            }
            return answer;
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.UNAVAILABLE,
                            "BENCH_PLATFORM",
                            "The platform does not answer."),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(
                    Fault.of(FaultKind.UNAVAILABLE, "INTERRUPTED", "The wait was interrupted."), e);
        }
    }

    private static FaultException refused(String path, int status) {
        return new FaultException(
                FaultKind.CONFLICT,
                "BENCH_REFUSED",
                path + " was answered with status " + status + ".",
                "See the platform's log.");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
