package io.penstock.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.penstock.wire.EnginePaths;
import io.penstock.wire.HeartbeatAnswer;
import io.penstock.wire.Plan;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.Problem;
import io.penstock.wire.Receipt;
import io.penstock.wire.RunEnd;
import io.penstock.wire.RunOpened;
import io.penstock.wire.RunSummary;
import io.penstock.wire.SliceState;
import io.penstock.wire.SliceVerdict;
import io.penstock.wire.StreamState;
import io.penstock.wire.WireJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A platform that keeps pages in memory and misbehaves as a test asks. */
final class FakePlatform implements AutoCloseable {

    static final String PASSWORD = "pl4tform-passw0rd";
    static final UUID CUSTOMER = UUID.fromString("11111111-1111-1111-1111-111111111111");
    static final UUID CONNECTION = UUID.fromString("22222222-2222-2222-2222-222222222222");
    static final UUID PROFILE = UUID.fromString("33333333-3333-3333-3333-333333333333");
    private static final Pattern PAGE =
            Pattern.compile(".*/streams/([^/]+)/slices/(\\d+)/pages/(\\d+)");

    /** A refusal and how often it comes for paths that end so. */
    record Refusal(String pathPart, int status, String code, Map<String, String> headers) {}

    final Map<String, String> settings =
            new HashMap<>(Map.of("records", "100", "secret", "v3ndor-secret"));
    final Map<String, byte[]> pages = new ConcurrentHashMap<>();
    final Map<String, List<SliceState>> resume = new ConcurrentHashMap<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    final CountDownLatch twoRunsEnded = new CountDownLatch(2);
    final CountDownLatch tenPagesArrived = new CountDownLatch(10);
    final List<RunEnd> ends = new CopyOnWriteArrayList<>();
    final ConcurrentLinkedQueue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> lostReceipts = new ConcurrentLinkedQueue<>();
    volatile boolean active = true;
    volatile boolean complete = true;
    volatile boolean goOn = true;
    volatile String connectorKey = CountingSource.KEY;
    volatile int leaseSeconds = 60;
    private final UUID run = UUID.randomUUID();
    private final UUID lease = UUID.randomUUID();
    private final HttpServer server;

    FakePlatform() {
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

    Map<String, String> environment() {
        var values = new HashMap<String, String>();
        values.put("connector.api.url", "http://127.0.0.1:" + server.getAddress().getPort() + "/");
        values.put("qualys.customerUuid", CUSTOMER.toString());
        values.put("qualys.connectionUuid", CONNECTION.toString());
        values.put("qualys.profileUuid", PROFILE.toString());
        values.put("qualys.user.username", "engine");
        values.put("qualys.user.password", PASSWORD);
        values.put("LOGLEVEL", "trace");
        return values;
    }

    void refuse(String pathPart, int status, String code) {
        refusals.add(new Refusal(pathPart, status, code, Map.of()));
    }

    void refuse(String pathPart, int status, String code, String retryAfter) {
        refusals.add(new Refusal(pathPart, status, code, Map.of("Retry-After", retryAfter)));
    }

    long count(String call) {
        return calls.stream().filter(c -> c.contains(call)).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = exchange.getRequestBody().readAllBytes();
            calls.add(exchange.getRequestMethod() + " " + path);
            var refusal = refusals.stream().filter(r -> path.contains(r.pathPart())).findFirst();
            if (refusal.isPresent() && refusals.remove(refusal.get())) {
                refusal.get().headers().forEach(exchange.getResponseHeaders()::add);
                refuse(exchange, refusal.get());
                return;
            }
            answer(exchange, path, body);
        }
    }

    private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        var problem =
                new Problem(refusal.status(), "refused", "it was scripted", refusal.code(), "");
        exchange.getResponseHeaders().set("Content-Type", Problem.MEDIA_TYPE);
        send(exchange, refusal.status(), WireJson.write(problem));
    }

    private void answer(HttpExchange exchange, String path, byte[] body) throws IOException {
        if (path.equals(EnginePaths.LOGIN)) {
            var right = new String(body, StandardCharsets.UTF_8).contains("password=" + PASSWORD);
            send(
                    exchange,
                    right ? 201 : 401,
                    right ? "jwt-token-text".getBytes(StandardCharsets.UTF_8) : new byte[0]);
        } else if (!authorised(exchange)) {
            send(exchange, 401, new byte[0]);
        } else if (path.contains("/pages/")) {
            deliver(exchange, path, body);
        } else {
            send(exchange, 200, WireJson.write(message(path, body)));
        }
    }

    private static boolean authorised(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return "Bearer jwt-token-text".equals(headers.getFirst("Authorization"))
                && CUSTOMER.toString().equals(headers.getFirst(EnginePaths.HEADER_CUSTOMER));
    }

    private Object message(String path, byte[] body) {
        if (path.equals(EnginePaths.plan(CONNECTION, PROFILE))) {
            return new Plan(
                    1,
                    connectorKey,
                    "Numbers",
                    "All",
                    active,
                    settings,
                    List.of("hosts", "numbers"));
        }
        if (path.equals(EnginePaths.runs(CONNECTION, PROFILE))) {
            var states =
                    resume.entrySet().stream()
                            .map(e -> new StreamState(e.getKey(), null, e.getValue()))
                            .toList();
            return new RunOpened(
                    run, lease, leaseSeconds, !states.isEmpty(), "FULL", Instant.EPOCH, states);
        }
        if (path.endsWith("/slices")) {
            return planned(path, WireJson.read(body, PlannedSlices.class));
        }
        if (path.equals(EnginePaths.heartbeat(run))) {
            return new HeartbeatAnswer(goOn);
        }
        if (path.equals(EnginePaths.runEnd(run))) {
            ends.add(WireJson.read(body, RunEnd.class));
            twoRunsEnded.countDown();
            return new RunSummary(complete, complete ? "" : "hosts: 3 are missing", List.of());
        }
        return new SliceVerdict(complete, false, 1, 1, 1, complete ? "" : "3 are missing");
    }

    private static StreamState planned(String path, PlannedSlices planned) {
        var stream = path.split("/")[6];
        var states = new ArrayList<SliceState>();
        for (int i = 0; i < planned.slices().size(); i++) {
            var bounds = planned.slices().get(i);
            states.add(
                    new SliceState(
                            i,
                            bounds.lower(),
                            bounds.upper(),
                            "",
                            0,
                            false,
                            false,
                            bounds.expected()));
        }
        return new StreamState(stream, null, states);
    }

    private void deliver(HttpExchange exchange, String path, byte[] body) throws IOException {
        var place = PAGE.matcher(path);
        if (!place.matches()
                || !lease.toString()
                        .equals(exchange.getRequestHeaders().getFirst(EnginePaths.HEADER_LEASE))) {
            send(exchange, 400, new byte[0]);
            return;
        }
        var key = place.group(1) + "/" + place.group(2) + "/" + place.group(3);
        var repeated = pages.putIfAbsent(key, body) != null;
        tenPagesArrived.countDown();
        if (lostReceipts.remove(key)) {
            send(exchange, 503, new byte[0]);
            return;
        }
        var next =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(EnginePaths.HEADER_NEXT))
                        .orElse("");
        send(
                exchange,
                200,
                WireJson.write(new Receipt(Long.parseLong(place.group(3)), next, repeated)));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** Every record that arrived, in order of stream, slice and sequence. */
    String text(String stream) {
        return pages.keySet().stream()
                .filter(k -> k.startsWith(stream + "/"))
                .sorted((a, b) -> Long.compare(order(a), order(b)))
                .map(k -> new String(pages.get(k), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    private static long order(String key) {
        var parts = key.split("/");
        return Long.parseLong(parts[1]) * 1_000_000 + Long.parseLong(parts[2]);
    }

    static String expected(String stream, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> stream + "-" + i)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
