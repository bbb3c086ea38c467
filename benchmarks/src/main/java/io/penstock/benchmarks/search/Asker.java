package io.penstock.benchmarks.search;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.client.Credentials;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A signed-in user who asks over HTTP and takes the time until the whole answer is there. */
final class Asker implements AutoCloseable {

    private static final int REFUSED_FROM = 400;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String token;

    Asker(URI address, Credentials user) {
        this.address = address;
        var form =
                "username=%s&password=%s&token=true"
                        .formatted(encoded(user.username()), encoded(user.password()));
        var request =
                HttpRequest.newBuilder(address.resolve("/auth"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        this.token = send(request, BodyHandlers.ofString()).body().strip();
    }

    /**
     * @param path below the API, with a blank query at its end
     */
    String ask(String path, String query) {
        return send(request(path + encoded(query)), BodyHandlers.ofString()).body();
    }

    /** Asks, and adds the time it took. */
    void time(String path, String query, Times times) {
        var begun = System.nanoTime();
        send(request(path + encoded(query)), BodyHandlers.ofByteArray());
        times.add(System.nanoTime() - begun, query.isEmpty() ? "(no condition)" : query);
    }

    /** Reads a stream of lines and keeps none; gives up what follows the last one wanted. */
    long lines(String path, String query, long most) {
        var answer = send(request(path + encoded(query)), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            return count(body, most);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private static long count(InputStream body, long most) throws IOException {
        var buffer = new byte[1 << 16];
        var lines = 0L;
        for (var read = body.read(buffer); read >= 0 && lines < most; read = body.read(buffer)) {
            for (var i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    lines++;
                }
            }
        }
        return lines;
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(address.resolve("/api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            var answer = http.send(request, body);
            if (answer.statusCode() >= REFUSED_FROM) {
                throw refused(request, answer.statusCode());
            }
            return answer;
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(
                    Fault.of(FaultKind.UNAVAILABLE, "INTERRUPTED", "The wait was interrupted."), e);
        }
    }

    private static FaultException refused(HttpRequest request, int status) {
        return new FaultException(
                FaultKind.CONFLICT,
                "BENCH_REFUSED",
                request.uri().getPath() + " was refused with status " + status + ".",
                "See the platform's log.");
    }

    private static FaultException unreachable(IOException cause) {
        return new FaultException(
                Fault.of(FaultKind.UNAVAILABLE, "BENCH_PLATFORM", "The platform does not answer."),
                cause);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
