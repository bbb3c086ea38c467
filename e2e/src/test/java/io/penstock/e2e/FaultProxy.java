package io.penstock.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a server and passes HTTP on, except where a test wants a fault. */
final class FaultProxy implements AutoCloseable {

    /** Decides about a request; called by several threads at once. */
    interface Rule {
        Passage passage(String method, String path);
    }

    private static final Set<String> OURS =
            Set.of(
                    "host",
                    "connection",
                    "content-length",
                    "upgrade",
                    "http2-settings",
                    "expect",
                    "transfer-encoding");
    private static final byte[] HALF_A_TEXT =
            "{\"meta\": {\"query_time\": 0.1, \"pagina".getBytes(StandardCharsets.UTF_8);

    private final URI target;
    private final Rule rule;
    private final Runnable act;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<String> secondAnswers = new ConcurrentLinkedQueue<>();

    private FaultProxy(URI target, Rule rule, Runnable act) throws IOException {
        this.target = target;
        this.rule = rule;
        this.act = act;
        var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        this.server = HttpServer.create(any, 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * @param act what a test does at a swallowed request or answer
     */
    static FaultProxy before(URI target, Rule rule, Runnable act) throws IOException {
        return new FaultProxy(target, rule, act);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The bodies of second answers, where a request was passed on two times. */
    List<String> secondAnswers() {
        return List.copyOf(secondAnswers);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getRawPath();
            switch (rule.passage(exchange.getRequestMethod(), path)) {
                case PASS -> answer(exchange, send(exchange, body));
                case TWICE -> {
                    send(exchange, body);
                    var second = send(exchange, body);
                    secondAnswers.add(new String(second.body(), StandardCharsets.UTF_8));
                    answer(exchange, second);
                }
                case SWALLOW_ANSWER -> {
                    send(exchange, body);
                    act.run();
                }
                case SWALLOW_REQUEST -> act.run();
                case BREAK -> {
                    send(exchange, body);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, HALF_A_TEXT.length);
                    exchange.getResponseBody().write(HALF_A_TEXT);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> send(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()))
                        .version(HttpClient.Version.HTTP_1_1)
                        .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach((name, values) -> {
                    if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
            throws IOException {
        answer.headers()
                .map()
                .forEach((name, values) -> {
                    if (!OURS.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                        exchange.getResponseHeaders().put(name, values);
                    }
                });
        var length = answer.body().length;
        exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
        if (length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
    }
}
