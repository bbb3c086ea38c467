package io.penstock.vendor.crowdstrike;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.penstock.source.Settings;
import io.penstock.testkit.vendor.PlainPort;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A real HTTP server on the loopback address that answers by a script and remembers calls. */
final class FalconServer implements AutoCloseable {

    static final String SECRET = "sEcReT-40-characters-of-a-client-secret!";

    /** One call as it came. */
    record Call(
            String method,
            String path,
            Map<String, List<String>> query,
            String form,
            String authorization) {

        String first(String name) {
            return query.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /** What is sent back. */
    record Answer(int status, Map<String, String> headers, byte[] body) {

        static Answer json(int status, String body) {
            return new Answer(
                    status,
                    Map.of("Content-Type", "application/json"),
                    body.getBytes(StandardCharsets.UTF_8));
        }

        Answer with(String name, String value) {
            var more = new HashMap<>(headers);
            more.put(name, value);
            return new Answer(status, more, body);
        }

        Answer gzipped() {
            var bytes = new ByteArrayOutputStream();
            try (var out = new GZIPOutputStream(bytes)) {
                out.write(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Answer(status, headers, bytes.toByteArray())
                    .with("Content-Encoding", "gzip");
        }
    }

    /** Answers a call. */
    interface Script {
        Answer answer(Call call);
    }

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Script script;

    FalconServer(Script script) {
        this.script = script;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    void script(Script other) {
        script = other;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    FalconSession session(ReadPlan plan) {
        return session(plan, InstantSource.system(), Map.of());
    }

    FalconSession session(ReadPlan plan, InstantSource clock) {
        return session(plan, clock, Map.of());
    }

    FalconSession session(ReadPlan plan, Map<String, String> settings) {
        return session(plan, InstantSource.system(), settings);
    }

    /** A session that never waits: its pauses are only remembered. */
    FalconSession session(ReadPlan plan, InstantSource clock, Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.putAll(Map.of("url", url(), "client-id", "client", "client-secret", SECRET));
        var timing = new Timing(clock, pauses::add, () -> 0);
        return FalconSession.open(new Settings(all), new PlainPort(), timing, plan);
    }

    static Answer token(String text) {
        return Answer.json(
                201,
                "{\"access_token\":\""
                        + text
                        + "\",\"expires_in\":1799,\"token_type\":\"bearer\"}");
    }

    List<Call> callsTo(String path) {
        return calls.stream().filter(c -> c.path().equals(path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call = call(exchange);
            calls.add(call);
            var answer = script.answer(call);
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            var length = answer.body().length;
            exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static Call call(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var uri = exchange.getRequestURI();
        var query = new HashMap<String, List<String>>();
        for (var part : uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            var pair = part.split("=", 2);
            query.computeIfAbsent(pair[0], k -> new ArrayList<>())
                    .add(URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        return new Call(
                exchange.getRequestMethod(),
                uri.getPath(),
                query,
                form,
                authorization == null ? "" : authorization);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
